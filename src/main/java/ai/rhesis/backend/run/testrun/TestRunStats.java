package ai.rhesis.backend.run.testrun;

/// How many tests a run has and what came of those that are done.
public record TestRunStats(long total, long passed, long failed, long errors) {

    static final TestRunStats NONE = new TestRunStats(0, 0, 0, 0);

    public long done() {
        return passed + failed + errors;
    }

    /// How many of all tests passed, in percent.
    public double passRate() {
        return total == 0 ? 0 : Math.round(10_000.0 * passed / total) / 100.0;
    }
}
