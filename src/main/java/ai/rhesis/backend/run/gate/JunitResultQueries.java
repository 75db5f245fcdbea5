package ai.rhesis.backend.run.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The outcomes and results of some tests of a run for JUnit reports.
@Repository
class JunitResultQueries {

    private static final String OUTCOMES = """
            select o.test_id, o.outcome
            from app.test_outcome o
            where o.test_run_id = :runId and o.test_id = any(cast(:testIds as uuid[]))
            """;
    /// Only what did not pass is told at length.
    private static final String RESULTS = """
            select r.tested_id, count(*) as repetitions, coalesce(sum(r.latency_millis), 0) as millis,
                   jsonb_agg(jsonb_build_object(
                       'verdict', r.verdict, 'error', r.error, 'error_type', coalesce(r.error_type, r.verdict),
                       'metrics', (select jsonb_agg(jsonb_build_object(
                                              'name', m.name, 'reason', m.reason, 'error', m.error) order by m.position)
                                   from app.test_result_metric m
                                   where m.test_result_id = r.id and m.is_successful is not true))
                       order by r.repetition) filter (where r.verdict <> 'Pass') as broken
            from app.test_result r
            where r.test_run_id = :runId and r.tested_id = any(cast(:testIds as uuid[])) and r.deleted_at is null
            group by r.tested_id
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    JunitResultQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Finds `pass`, `fail` or `error` for each of the tests that has results.
    Map<UUID, String> outcomes(UUID runId, UUID[] testIds) {
        Map<UUID, String> outcomes = HashMap.newHashMap(testIds.length);
        statement(OUTCOMES, runId, testIds).query(row -> {
            outcomes.put(row.getObject("test_id", UUID.class), row.getString("outcome"));
        });
        return outcomes;
    }

    /// Sums up the results of each of the tests that has some.
    Map<UUID, JunitResults> results(UUID runId, UUID[] testIds) {
        Map<UUID, JunitResults> results = HashMap.newHashMap(testIds.length);
        statement(RESULTS, runId, testIds).query(row -> {
            results.put(row.getObject("tested_id", UUID.class), results(row));
        });
        return results;
    }

    private StatementSpec statement(String sql, UUID runId, UUID[] testIds) {
        return database.sql(sql).param("runId", runId).param("testIds", testIds);
    }

    private JunitResults results(ResultSet row) throws SQLException {
        String broken = row.getString("broken");
        return new JunitResults(
                row.getLong("repetitions"), row.getLong("millis"), broken == null ? null : json.readTree(broken));
    }

    /// All results of one test.
    ///
    /// @param millis the time that they took together
    /// @param broken those that did not pass, in their order, each with the metrics that it did not satisfy; null
    ///     without any
    record JunitResults(
            long repetitions, long millis, @Nullable JsonNode broken) {

        static final JunitResults NONE = new JunitResults(0, 0, null);
    }
}
