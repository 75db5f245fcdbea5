package ai.rhesis.backend.run.review;

import ai.rhesis.backend.platform.persistence.Times;
import ai.rhesis.backend.run.review.Review.Reviewer;
import ai.rhesis.backend.run.review.ReviewResponse.ReviewStatus;
import ai.rhesis.backend.run.review.ReviewTarget.TargetType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// The reviews with the results, runs and traces that they are about. A review of a result whose run the caller can't
/// see is left out, and so is one of a span.
@Repository
class AnnotationQueries {

    private static final String MATCHING = """
            from app.review v
            left join app.test_result r on r.id = v.test_result_id and r.deleted_at is null
            left join app.test_run u on u.id = r.test_run_id and u.deleted_at is null
            left join app.span p on p.id = v.span_id
            left join app.trace g on g.id = v.trace_key
            join app.membership m on m.user_id = v.user_id
            left join app.status s on s.id = v.status_id
            left join app.tested_result t on t.id = coalesce(r.id, g.test_result_id)
            where (p.id is not null or r.id is not null and (r.test_run_id is null or u.id is not null))
              and (cast(:source as text) is null or (v.span_id is not null) = (:source = 'trace'))
              and (cast(:runId as uuid) is null or coalesce(r.test_run_id, g.test_run_id) = :runId)
              and (cast(:resultId as uuid) is null or coalesce(r.id, g.test_result_id) = :resultId)
              and (cast(:traceId as text) is null or encode(g.trace_id, 'hex') = lower(:traceId))
              and (cast(:traceDbId as uuid) is null or v.span_id = :traceDbId)
              and (cast(:resolved as boolean) is null or (v.resolved_at is not null) = :resolved)
              and (cast(:rating as text) is null or v.rating = :rating)
              and (cast(:type as text) is null or v.target_type = :type)
              and (cast(:search as text) is null
                   or position(lower(:search) in lower(concat_ws(chr(10), v.comments, coalesce(m.name, m.email), v.reference,
                                                                 coalesce(s.name, v.rating), t.requirement, p.name))) > 0)
            """;
    private static final String PAGE = """
            select v.id, v.comments, v.created_at, v.updated_at, v.status_id, coalesce(s.name, v.rating) as status,
                   v.user_id, coalesce(m.name, m.email) as user_name, v.target_type, v.reference,
                   v.resolved_at is not null as is_resolved, coalesce(r.id, g.test_result_id) as test_result_id,
                   coalesce(r.test_run_id, g.test_run_id) as test_run_id, v.span_id, encode(g.trace_id, 'hex') as trace_id,
                   coalesce(p.project_id, u.project_id) as project_id, p.name as span_name, t.requirement_id, t.requirement
            """ + MATCHING + """
            order by v.updated_at desc, v.id desc
            limit :limit offset :skip
            """;
    private static final String COUNT = "select count(*) " + MATCHING;

    private final JdbcClient database;

    AnnotationQueries(JdbcClient database) {
        this.database = database;
    }

    /// One page, the newest first.
    List<AnnotationView> page(AnnotationFilter filter, int skip, int limit) {
        return matching(PAGE, filter)
                .param("skip", skip)
                .param("limit", limit)
                .query((row, number) -> annotation(row))
                .list();
    }

    long count(AnnotationFilter filter) {
        return matching(COUNT, filter).query(Long.class).single();
    }

    private StatementSpec matching(String sql, AnnotationFilter filter) {
        return database.sql(sql)
                .param("source", filter.source())
                .param("runId", filter.testRunId())
                .param("traceId", filter.traceId())
                .param("traceDbId", filter.traceDbId())
                .param("resultId", filter.testResultId())
                .param("resolved", filter.resolved())
                .param("rating", filter.rating())
                .param("type", filter.targetType())
                .param("search", searched(filter.search()));
    }

    private static @Nullable String searched(@Nullable String search) {
        return search == null || search.isBlank() ? null : search.strip();
    }

    private static AnnotationView annotation(ResultSet row) throws SQLException {
        return new AnnotationView(
                row.getObject("id", UUID.class),
                row.getObject("span_id") == null ? "test_result" : "trace",
                row.getString("comments"),
                Times.of(row, "created_at"),
                Times.of(row, "updated_at"),
                new ReviewStatus(row.getObject("status_id", UUID.class), row.getString("status")),
                new Reviewer(row.getObject("user_id", UUID.class), row.getString("user_name")),
                new ReviewTarget(TargetType.of(row.getString("target_type")), row.getString("reference")),
                row.getBoolean("is_resolved"),
                row.getObject("test_result_id", UUID.class),
                row.getObject("test_run_id", UUID.class),
                row.getObject("span_id", UUID.class),
                row.getString("trace_id"),
                row.getObject("project_id", UUID.class),
                row.getString("span_name"),
                row.getObject("requirement_id", UUID.class),
                row.getString("requirement"));
    }
}
