package ai.rhesis.backend.trace.dialect;

/// A convention for the names and forms of what spans of AI applications carry.
interface Convention {

    /// The name that a reading tells of it.
    String code();

    boolean knows(SpanFacts span);

    /// Fills in what the span says by this convention. Fields that the draft has already stay as they are.
    void read(SpanFacts span, ReadingDraft draft);
}
