package ai.rhesis.backend.run.testrun;

/// The number of tests of a run, and of those that passed, failed and ended in an error.
public record TestRunStats(long total, long passed, long failed, long errors) {

    static final TestRunStats NONE = new TestRunStats(0, 0, 0, 0);

    public long done() {
        return passed + failed + errors;
    }

    /// Returns the pass rate over all tests, in percent.
    public double passRate() {
        return total == 0 ? 0 : Math.round(10_000.0 * passed / total) / 100.0;
    }
}
