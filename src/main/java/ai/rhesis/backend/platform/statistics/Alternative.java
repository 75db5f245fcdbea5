package ai.rhesis.backend.platform.statistics;

/// The change that a test of paired runs looks for.
public enum Alternative {
    TWO_SIDED,
    WORSE,
    BETTER
}
