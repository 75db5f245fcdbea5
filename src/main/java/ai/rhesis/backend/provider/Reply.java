package ai.rhesis.backend.provider;

import ai.rhesis.backend.target.Usage;

/// What a model answered.
public record Reply(String text, Usage usage) {}
