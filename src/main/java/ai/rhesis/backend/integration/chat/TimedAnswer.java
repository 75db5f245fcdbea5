package ai.rhesis.backend.integration.chat;

/// An answer, and how long the target took over it.
public record TimedAnswer(Answer answer, long millis) {}
