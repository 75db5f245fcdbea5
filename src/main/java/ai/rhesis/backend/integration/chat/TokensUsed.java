package ai.rhesis.backend.integration.chat;

/// The tokens of a call whose usage no result of a run tells, published after the call and outside any transaction.
public record TokensUsed(long tokens) {}
