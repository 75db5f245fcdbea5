package ai.rhesis.backend.run.gate;

import org.jspecify.annotations.Nullable;

/// The figures of a run that rules look at, all without quarantined tests.
///
/// @param tests tests with a result
/// @param notRun tests of the run's version without one
/// @param isDecided whether the run ended early, so that tests are missing on purpose
/// @param cost US dollars; null where a part is unknown
/// @param latencyP95 milliseconds over results without error; null where none has a latency
record RunFigures(
        long tests,
        long passed,
        long results,
        long errors,
        long notRun,
        boolean isDecided,
        @Nullable Double cost,
        @Nullable Double latencyP95) {}
