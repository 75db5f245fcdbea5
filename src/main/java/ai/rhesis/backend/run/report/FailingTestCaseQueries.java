package ai.rhesis.backend.run.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The results that did not pass, in pages.
@Repository
class FailingTestCaseQueries {

    private static final String PAGE = """
            select t.*,
                   exists (select 1
                           from app.comparison k
                           join app.paired_test p on p.pairing_id = k.pairing_id
                           where k.id = :comparisonId and p.test_id = t.tested_id and p.outcome = 'regressed')
                       as is_regression,
                   (select jsonb_agg(jsonb_build_object(
                               'name', m.name, 'score', m.score, 'category', m.category, 'is_successful', m.is_successful,
                               'threshold', m.threshold,
                               'operator', case p.snapshot ->> 'backend_type' when 'rhesis' then null else
                                   p.snapshot ->> 'threshold_operator' end,
                               'reason', m.reason, 'error', m.error)
                               order by m.is_successful nulls first, m.position)
                    from app.test_result_metric m
                    left join app.test_run_metric p on p.test_run_id = t.test_run_id and p.metric_id = m.metric_id
                    where m.test_result_id = t.id) as metrics
            from app.tested_result t
            where t.test_run_id = :runId and t.deleted_at is null and t.verdict <> 'Pass' and t.position > :after
            order by t.position
            limit :limit
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    FailingTestCaseQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Reads at most `limit` of them after a position.
    List<FailingTestCase> page(UUID runId, @Nullable UUID comparisonId, long after, int limit) {
        return database.sql(PAGE)
                .param("runId", runId)
                .param("comparisonId", comparisonId, Types.OTHER)
                .param("after", after)
                .param("limit", limit)
                .query(this::test)
                .list();
    }

    private FailingTestCase test(ResultSet row, int number) throws SQLException {
        return new FailingTestCase(
                row.getLong("position"),
                row.getString("verdict"),
                row.getString("name"),
                row.getString("input"),
                tree(row.getString("script")),
                row.getString("expected"),
                tree(row.getString("test_output")),
                row.getString("error"),
                row.getString("requirement"),
                row.getString("category"),
                row.getString("topic"),
                row.getObject("latency_millis", Long.class),
                row.getBoolean("is_regression"),
                tree(row.getString("metrics"))
                        .valueStream()
                        .map(MetricVerdict::new)
                        .toList());
    }

    private JsonNode tree(@Nullable String text) {
        return text == null ? json.missingNode() : json.readTree(text);
    }
}
