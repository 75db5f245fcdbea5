package ai.rhesis.backend.portal.insight;

/// The two statements about the rows of one entity.
///
/// @param counts counts the rows by the dimensions of a question, in their order
/// @param ids finds the tests, or the runs, that the rows belong to
record InsightStatements(String counts, String ids) {

    static InsightStatements of(InsightEntity entity) {
        return switch (entity) {
            case TEST_RESULT -> ResultInsights.STATEMENTS;
            case METRIC -> MetricInsights.STATEMENTS;
            case TEST_RUN -> RunInsights.STATEMENTS;
            case TEST -> TestInsights.STATEMENTS;
        };
    }
}
