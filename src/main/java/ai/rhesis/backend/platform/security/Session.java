package ai.rhesis.backend.platform.security;

import java.util.UUID;

/// A login of an account, and the epoch in which it began: all sessions of an account end when its epoch does.
public record Session(UUID account, int epoch) {}
