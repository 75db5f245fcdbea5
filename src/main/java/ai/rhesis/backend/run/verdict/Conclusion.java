package ai.rhesis.backend.run.verdict;

/// The one word on a candidate beside its baseline.
public enum Conclusion {
    BETTER,
    NOT_WORSE,
    WORSE,
    CANNOT_TELL
}
