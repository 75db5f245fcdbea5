package ai.rhesis.backend.trace.evaluation;

import ai.rhesis.backend.platform.persistence.Times;
import ai.rhesis.backend.trace.evaluation.Evaluation.JudgedSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The judgements of metrics, with the spans that their results are linked to.
@Repository
class EvaluationQueries {

    private static final String COUNT =
            "select count(*) from app.test_result where test_run_id = :runId and deleted_at is null";

    private static final String OF_RUN = """
            with page as (
                select r.organization_id, r.id, r.test_run_id, r.tested_id, r.created_at
                from app.test_result r
                where r.test_run_id = :runId and r.deleted_at is null
                order by r.id
                limit :limit offset :offset)
            select p.id, p.test_run_id, p.tested_id, p.created_at, m.name, m.score, m.category, m.is_successful, m.threshold,
                   m.reason, m.error, m.error_type, t.trace_id, t.span_id, t.response_id
            from page p
            join app.test_result_metric m on m.organization_id = p.organization_id and m.test_result_id = p.id
            left join lateral (
                select t.trace_id, s.span_id, s.attributes ->> 'gen_ai.response.id' as response_id
                from app.trace t
                join app.span s on s.organization_id = t.organization_id and s.id = t.root_id
                where t.organization_id = p.organization_id and t.test_result_id = p.id
                order by t.received_at, t.id
                limit 1) t on true
            order by p.id, m.position
            """;

    private static final String OF_RESULT = """
            select r.id, r.test_run_id, r.tested_id, r.created_at, m.name, m.score, m.category, m.is_successful, m.threshold,
                   m.reason, m.error, m.error_type,
                   cast(null as bytea) as trace_id, cast(null as bytea) as span_id, cast(null as text) as response_id
            from app.test_result r
            join app.test_result_metric m on m.organization_id = r.organization_id and m.test_result_id = r.id
            where r.id = :resultId and r.deleted_at is null
            order by m.position
            """;

    private final JdbcClient database;

    EvaluationQueries(JdbcClient database) {
        this.database = database;
    }

    /// Counts the results of a run, judged or not.
    long countResults(UUID runId) {
        return database.sql(COUNT).param("runId", runId).query(Long.class).single();
    }

    /// Finds the evaluations of a page of results.
    List<Evaluation> findOfRun(UUID runId, int limit, int offset) {
        return database.sql(OF_RUN)
                .param("runId", runId)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> evaluation(row))
                .list();
    }

    List<Evaluation> findOfResult(UUID resultId) {
        return database.sql(OF_RESULT)
                .param("resultId", resultId)
                .query((row, number) -> evaluation(row))
                .list();
    }

    private static Evaluation evaluation(ResultSet row) throws SQLException {
        String error = row.getString("error");
        return new Evaluation(
                row.getObject("test_run_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getObject("tested_id", UUID.class),
                Times.of(row, "created_at"),
                row.getString("name"),
                row.getObject("score", Double.class),
                row.getString("category"),
                row.getObject("is_successful", Boolean.class),
                row.getObject("threshold", Double.class),
                error == null ? row.getString("reason") : error,
                error == null ? null : errorType(row.getString("error_type")),
                span(row));
    }

    /// Returns the type of an error, or the word of the conventions for an unknown one.
    private static String errorType(@Nullable String told) {
        return told == null ? "_OTHER" : told;
    }

    private static @Nullable JudgedSpan span(ResultSet row) throws SQLException {
        byte[] traceId = row.getBytes("trace_id");
        return traceId == null ? null : new JudgedSpan(traceId, row.getBytes("span_id"), row.getString("response_id"));
    }
}
