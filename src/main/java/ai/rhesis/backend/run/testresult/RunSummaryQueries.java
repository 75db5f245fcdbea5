package ai.rhesis.backend.run.testresult;

import ai.rhesis.backend.metric.evaluation.Scores;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The results of a run, counted by metric and by requirement.
@Repository
class RunSummaryQueries {

    private static final String METRICS = """
            select m.metric_id as id, m.name,
                   count(*) as total,
                   count(*) filter (where m.error is null and m.is_successful) as passed,
                   count(*) filter (where m.error is null and not m.is_successful) as failed,
                   avg(m.score) as average_score
            from app.test_result r
            join app.test_result_metric m on m.test_result_id = r.id
            where r.test_run_id = :runId and r.deleted_at is null
            group by m.metric_id, m.name
            order by min(m.position), m.name
            """;
    private static final String REQUIREMENTS = """
            select t.requirement_id as id, t.requirement as name,
                   count(*) as total,
                   count(*) filter (where t.verdict = 'Pass') as passed,
                   count(*) filter (where t.verdict = 'Fail') as failed,
                   cast(null as float8) as average_score
            from app.tested_result t
            where t.test_run_id = :runId and t.deleted_at is null and t.requirement is not null
            group by t.requirement_id, t.requirement
            order by t.requirement
            """;

    private final JdbcClient database;

    RunSummaryQueries(JdbcClient database) {
        this.database = database;
    }

    /// Sums up the metrics, in the order in which they judge.
    List<SummaryView> metrics(UUID runId) {
        return summaries(METRICS, runId);
    }

    List<SummaryView> requirements(UUID runId) {
        return summaries(REQUIREMENTS, runId);
    }

    private List<SummaryView> summaries(String sql, UUID runId) {
        return database.sql(sql)
                .param("runId", runId)
                .query((row, number) -> summary(row))
                .list();
    }

    private static SummaryView summary(ResultSet row) throws SQLException {
        long total = row.getLong("total");
        long passed = row.getLong("passed");
        long failed = row.getLong("failed");
        return new SummaryView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                total,
                passed,
                failed,
                total - passed - failed,
                Scores.rounded(row.getObject("average_score", Double.class)));
    }
}
