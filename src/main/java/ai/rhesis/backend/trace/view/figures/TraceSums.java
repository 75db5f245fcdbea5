package ai.rhesis.backend.trace.view.figures;

/// The sums over traces, as their rows keep them.
///
/// @param spansInTime the number of spans whatever their environment is
record TraceSums(long traces, long spans, long errors, long tokens, long costNanos, long spansInTime) {}
