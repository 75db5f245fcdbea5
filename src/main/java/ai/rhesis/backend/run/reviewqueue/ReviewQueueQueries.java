package ai.rhesis.backend.run.reviewqueue;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.persistence.Times;
import ai.rhesis.backend.run.review.Review.Reviewer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The queues as they are stored, and the tests of runs that they are drawn from.
@Repository
class ReviewQueueQueries {

    /// Quarantined tests are in no figure, so nobody reviews them. A score is near the threshold within a tenth
    /// of the range that the metric's scores have in these runs.
    private static final String CANDIDATES = """
            with result as materialized (
                select r.id, r.tested_id, r.content_hash, u.place, r.repetition,
                       coalesce(r.automatic_verdict, r.verdict) as verdict
                from unnest(cast(:runs as uuid[])) with ordinality as u (id, place)
                join app.test_result r on r.test_run_id = u.id and r.deleted_at is null and r.tested_id is not null
                where not exists (select 1 from app.current_quarantine q where q.test_id = r.tested_id)),
            score as materialized (
                select r.tested_id, m.name, abs(m.score - m.threshold) as distance, m.score
                from result r
                join app.test_result_metric m on m.test_result_id = r.id
                where m.score not in (0, 1) and m.threshold is not null),
            near as (
                select distinct s.tested_id
                from score s
                join (select name, max(score) - min(score) as reach from score group by name) a on a.name = s.name
                where s.distance <= 0.1 * a.reach)
            select r.tested_id as test_id,
                   concat(string_agg(r.verdict, ' ' order by r.place, r.repetition), ' ', min(t.requirement)) as stratum,
                   count(distinct r.verdict) > 1 or bool_or(n.tested_id is not null) as is_unsure
            from result r
            left join app.test_content t on t.content_hash = r.content_hash
            left join near n on n.tested_id = r.tested_id
            group by r.tested_id
            order by r.tested_id
            """;
    private static final String INSERT = """
            insert into app.review_queue (id, selection, size, population, is_blind, reviews_per_item, seed)
            values (:id, :selection, :size, :population, :blind, :reviewsPerItem, :seed)
            """;
    private static final String INSERT_RUNS = """
            insert into app.review_queue_run (review_queue_id, test_run_id, position)
            select :id, u.id, u.place
            from unnest(cast(:runs as uuid[])) with ordinality as u (id, place)
            """;
    private static final String INSERT_ITEMS = """
            insert into app.review_queue_item (review_queue_id, position, test_id, inclusion_probability)
            select :id, i.place, i.test_id, i.probability
            from unnest(cast(:tests as uuid[]), cast(:probabilities as float8[])) with ordinality
                 as i (test_id, probability, place)
            """;
    private static final String SELECT = """
            select q.*, coalesce(u.name, u.email) as user_name,
                   array(select r.test_run_id from app.review_queue_run r where r.review_queue_id = q.id order by r.position)
                       as runs
            from app.review_queue q
            join app.membership u on u.user_id = q.user_id
            """;
    private static final String FIND = SELECT + "where q.id = :id";
    private static final String IS_OF_RUN = """
            where (cast(:runId as uuid) is null
                   or exists (select 1
                              from app.review_queue_run o
                              where o.review_queue_id = q.id and o.test_run_id = :runId))
            """;
    private static final String LIST = SELECT + IS_OF_RUN + """
            order by q.created_at desc, q.id desc
            limit :limit offset :skip
            """;
    private static final String COUNT = "select count(*) from app.review_queue q\n" + IS_OF_RUN;

    private final JdbcClient database;

    ReviewQueueQueries(JdbcClient database) {
        this.database = database;
    }

    /// Returns the tests with a result in one of the runs, in the order of their ids.
    List<QueueCandidate> candidates(List<UUID> runs) {
        return database.sql(CANDIDATES)
                .param("runs", runs.toArray(UUID[]::new))
                .query((row, number) -> new QueueCandidate(
                        row.getObject("test_id", UUID.class), row.getString("stratum"), row.getBoolean("is_unsure")))
                .list();
    }

    /// Keeps what was drawn, in its order.
    UUID insert(ReviewQueueRequest request, long seed, int population, List<DrawnCandidate> drawn) {
        UUID id = BaseEntity.newId();
        database.sql(INSERT)
                .param("id", id)
                .param("selection", request.select())
                .param("size", drawn.size())
                .param("population", population)
                .param("blind", request.blind())
                .param("reviewsPerItem", request.reviewsPerItem())
                .param("seed", seed)
                .update();
        database.sql(INSERT_ITEMS)
                .param("id", id)
                .param("tests", drawn.stream().map(DrawnCandidate::testId).toArray(UUID[]::new))
                .param(
                        "probabilities",
                        drawn.stream().map(DrawnCandidate::probability).toArray(Double[]::new))
                .update();
        return id;
    }

    void insertRuns(UUID id, List<UUID> runs) {
        database.sql(INSERT_RUNS)
                .param("id", id)
                .param("runs", runs.toArray(UUID[]::new))
                .update();
    }

    Optional<ReviewQueue> find(UUID id) {
        return database.sql(FIND)
                .param("id", id)
                .query((row, number) -> queue(row))
                .optional();
    }

    /// Returns the queues that were drawn from a run, the newest first; all without one.
    List<ReviewQueue> list(@Nullable UUID runId, int skip, int limit) {
        return database.sql(LIST)
                .param("runId", runId)
                .param("skip", skip)
                .param("limit", limit)
                .query((row, number) -> queue(row))
                .list();
    }

    long count(@Nullable UUID runId) {
        return database.sql(COUNT).param("runId", runId).query(Long.class).single();
    }

    private static ReviewQueue queue(ResultSet row) throws SQLException {
        Array runs = row.getArray("runs");
        return new ReviewQueue(
                row.getObject("id", UUID.class),
                Times.of(row, "created_at"),
                new Reviewer(row.getObject("user_id", UUID.class), row.getString("user_name")),
                List.of((UUID[]) runs.getArray()),
                QueueSelection.named(row.getString("selection")),
                row.getInt("size"),
                row.getInt("population"),
                row.getBoolean("is_blind"),
                row.getInt("reviews_per_item"),
                row.getLong("seed"));
    }
}
