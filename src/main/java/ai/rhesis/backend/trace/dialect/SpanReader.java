package ai.rhesis.backend.trace.dialect;

import ai.rhesis.backend.trace.span.RawSpan;

/// A version of the mappings from what a span carries to what is shown of it.
public interface SpanReader {

    /// The version that is kept beside what was read, so that spans of an earlier one are found and read again.
    int version();

    /// Reads a span by the conventions that it follows. It never fails: what can't be read stays absent.
    Reading read(RawSpan span);
}
