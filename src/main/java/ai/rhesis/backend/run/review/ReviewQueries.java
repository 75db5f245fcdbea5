package ai.rhesis.backend.run.review;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.persistence.Times;
import ai.rhesis.backend.run.review.Review.Reviewer;
import ai.rhesis.backend.run.review.ReviewTarget.TargetType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The reviews of results and spans, one row each.
@Repository
class ReviewQueries {

    private static final String REVIEWS = """
            select v.*, coalesce(v.test_result_id, v.span_id) as subject_id, coalesce(s.name, v.rating) as status,
                   coalesce(u.name, u.email) as user_name, coalesce(w.name, w.email) as updater_name,
                   coalesce(x.name, x.email) as resolver_name
            from app.review v
            join app.membership u on u.user_id = v.user_id
            join app.membership w on w.user_id = v.updated_by
            left join app.membership x on x.user_id = v.resolved_by
            left join app.status s on s.id = v.status_id
            """;
    private static final String OF_RESULTS = REVIEWS + """
            where v.test_result_id = any(cast(:ids as uuid[]))
            order by v.judged_at, v.id
            """;
    private static final String OF_TRACES = REVIEWS + """
            where v.trace_key = any(cast(:ids as uuid[]))
            order by v.judged_at, v.id
            """;
    private static final String FIND = REVIEWS + """
            where v.id = :id and :subjectId in (v.test_result_id, v.span_id)
            """;
    private static final String COUNT = """
            select count(*) from app.review where test_result_id = :subjectId or span_id = :subjectId
            """;
    private static final String INSERT = """
            insert into app.review (id, test_result_id, span_id, trace_key, status_id, rating, comments, target_type, reference,
                                    resolved_at, resolved_by)
            values (:id, :resultId, :spanId, (select s.trace_key from app.span s where s.id = :spanId), :statusId, :rating,
                    :comments, :type, :reference,
                    case when :resolved then now() end, case when :resolved then app.current_user_id() end)
            """;
    private static final String UPDATE = """
            update app.review
            set status_id = :statusId, rating = :rating, comments = :comments, target_type = :type, reference = :reference,
                resolved_at = case when :resolved then coalesce(resolved_at, now()) end,
                resolved_by = case when :resolved then coalesce(resolved_by, app.current_user_id()) end,
                judged_at = case when :isJudgedAnew then clock_timestamp() else judged_at end,
                updated_at = clock_timestamp(), updated_by = app.current_user_id(), version = version + 1
            where id = :id
            """;
    private static final String DELETE = "delete from app.review where id = :id";

    private final JdbcClient database;

    ReviewQueries(JdbcClient database) {
        this.database = database;
    }

    /// Returns the reviews of several results, the oldest judgement first.
    List<Review> ofResults(Collection<UUID> resultIds) {
        return list(OF_RESULTS, resultIds);
    }

    /// Returns the reviews of the spans of several traces, the oldest judgement first.
    List<Review> ofTraces(Collection<UUID> traceIds) {
        return list(OF_TRACES, traceIds);
    }

    private List<Review> list(String sql, Collection<UUID> ids) {
        return database.sql(sql)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> review(row))
                .list();
    }

    Optional<Review> find(UUID subjectId, UUID id) {
        return database.sql(FIND)
                .param("id", id)
                .param("subjectId", subjectId)
                .query((row, number) -> review(row))
                .optional();
    }

    long count(UUID subjectId) {
        return database.sql(COUNT)
                .param("subjectId", subjectId)
                .query(Long.class)
                .single();
    }

    UUID insert(Reviewed object, ReviewRequest request, Rating rating) {
        UUID id = BaseEntity.newId();
        write(INSERT, id, request, rating)
                .param("resultId", object.resultId())
                .param("spanId", object.spanId())
                .update();
        return id;
    }

    /// @param isJudgedAnew whether verdict or target changed, which makes the review the newest of its target
    void update(UUID id, ReviewRequest request, Rating rating, boolean isJudgedAnew) {
        write(UPDATE, id, request, rating).param("isJudgedAnew", isJudgedAnew).update();
    }

    void delete(UUID id) {
        database.sql(DELETE).param("id", id).update();
    }

    private JdbcClient.StatementSpec write(String sql, UUID id, ReviewRequest request, Rating rating) {
        return database.sql(sql)
                .param("id", id)
                .param("statusId", request.statusId())
                .param("rating", rating.toString())
                .param("comments", request.comments())
                .param("type", request.target().type().toString())
                .param("reference", request.target().reference())
                .param("resolved", Boolean.TRUE.equals(request.resolved()));
    }

    private static Review review(ResultSet row) throws SQLException {
        UUID resolver = row.getObject("resolved_by", UUID.class);
        return new Review(
                row.getObject("id", UUID.class),
                row.getObject("subject_id", UUID.class),
                row.getObject("trace_key", UUID.class),
                row.getLong("version"),
                new ReviewTarget(TargetType.of(row.getString("target_type")), row.getString("reference")),
                Rating.of(row.getString("rating")),
                row.getObject("status_id", UUID.class),
                row.getString("status"),
                row.getString("comments"),
                new Reviewer(row.getObject("user_id", UUID.class), row.getString("user_name")),
                new Reviewer(row.getObject("updated_by", UUID.class), row.getString("updater_name")),
                Times.of(row, "created_at"),
                Times.of(row, "updated_at"),
                Times.of(row, "judged_at"),
                Times.orNull(row, "resolved_at"),
                resolver == null ? null : new Reviewer(resolver, row.getString("resolver_name")));
    }
}
