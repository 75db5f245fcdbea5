package ai.rhesis.backend.run.testrun;

/// The number of results of a run that somebody reviewed, and of those whose review says otherwise than the metrics.
record ReviewCounts(long reviewedTests, long correctedTests) {

    static final ReviewCounts NONE = new ReviewCounts(0, 0);
}
