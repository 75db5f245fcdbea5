package ai.rhesis.backend.run.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The results that reviews are about: locks them, and writes what the reviews in force make of them.
@Repository
class ReviewedResultQueries {

    /// Whoever reviews a result at the same time waits, so that none forgets the review of another.
    private static final String LOCK = "select id from app.test_result where id = :id for update";
    private static final String METRICS = """
            select name from app.test_result_metric where test_result_id = :id order by position
            """;
    private static final String HAS_TURN = """
            select exists (
                select 1
                from app.test_result r
                cross join lateral jsonb_array_elements(
                    case jsonb_typeof(r.test_output -> 'conversation_summary')
                        when 'array' then r.test_output -> 'conversation_summary' else '[]' end) t (turn)
                where r.id = :id and t.turn ->> 'turn' = :turn)
            """;

    /// The newest judgement of a metric is in force. It counts as an override only where it differs from the metric's
    /// own.
    private static final String OVERRIDE_METRICS = """
            with said as (
                select m.name, case when m.is_overridden then m.automatic_success else m.is_successful end as automatic,
                       (select v.rating = 'Pass'
                        from app.review v
                        where v.test_result_id = :id and v.target_type = 'metric' and v.reference = m.name
                        order by v.judged_at desc, v.id desc
                        limit 1) as reviewed
                from app.test_result_metric m
                where m.test_result_id = :id)
            update app.test_result_metric m
            set is_successful = coalesce(s.reviewed, s.automatic),
                is_overridden = s.reviewed is not null and s.reviewed is distinct from s.automatic,
                automatic_success = case when s.reviewed is not null and s.reviewed is distinct from s.automatic
                                         then s.automatic end
            from said s
            where m.test_result_id = :id and m.name = s.name
              and (m.is_overridden or s.reviewed is distinct from m.is_successful)
            """;
    private static final String STANDING = """
            select exists (select 1 from app.review v where v.test_result_id = r.id) as is_reviewed,
                   coalesce(r.automatic_verdict, r.verdict) as automatic,
                   case when r.automatic_verdict is null then r.status_id else r.automatic_status_id end as automatic_status_id,
                   (select v.rating
                    from app.review v
                    where v.test_result_id = r.id and v.target_type = 'test_result'
                    order by v.judged_at desc, v.id desc
                    limit 1) as reviewed,
                   coalesce(m.is_overridden, false) as is_overridden, coalesce(m.passes, false) as passes
            from app.test_result r
            cross join lateral (
                select bool_or(m.is_overridden) as is_overridden, bool_and(coalesce(m.is_successful, false)) as passes
                from app.test_result_metric m
                where m.test_result_id = r.id) m
            where r.id = :id
            """;
    private static final String SETTLE = """
            update app.test_result
            set verdict = :verdict, status_id = :statusId, automatic_verdict = :automatic,
                automatic_status_id = :automaticStatusId, review_verdict = :reviewed, version = version + 1,
                updated_at = now()
            where id = :id
            """;
    private static final String TOUCH = """
            update app.test_result set version = version + 1, updated_at = now() where id = :id
            """;

    private final JdbcClient database;

    ReviewedResultQueries(JdbcClient database) {
        this.database = database;
    }

    void lock(UUID id) {
        database.sql(LOCK).param("id", id).query(UUID.class).single();
    }

    /// Returns the names of the metrics that judged the result.
    List<String> metrics(UUID id) {
        return database.sql(METRICS).param("id", id).query(String.class).list();
    }

    boolean hasTurn(UUID id, int turn) {
        return database.sql(HAS_TURN)
                .param("id", id)
                .param("turn", String.valueOf(turn))
                .query(Boolean.class)
                .single();
    }

    void overrideMetrics(UUID id) {
        database.sql(OVERRIDE_METRICS).param("id", id).update();
    }

    Standing standing(UUID id) {
        return database.sql(STANDING)
                .param("id", id)
                .query((row, number) -> standing(row))
                .single();
    }

    void settle(UUID id, Standing standing, @Nullable UUID statusId) {
        database.sql(SETTLE)
                .param("id", id)
                .param("verdict", standing.verdict())
                .param("statusId", statusId)
                .param("automatic", standing.isReviewed() ? standing.automatic() : null)
                .param("automaticStatusId", standing.isReviewed() ? standing.automaticStatusId() : null)
                .param(
                        "reviewed",
                        standing.reviewed() == null ? null : standing.reviewed().toString())
                .update();
    }

    void touch(UUID id) {
        database.sql(TOUCH).param("id", id).update();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String reviewed = row.getString("reviewed");
        return new Standing(
                row.getBoolean("is_reviewed"),
                row.getString("automatic"),
                row.getObject("automatic_status_id", UUID.class),
                reviewed == null ? null : Rating.of(reviewed),
                row.getBoolean("is_overridden"),
                row.getBoolean("passes"));
    }
}
