package ai.rhesis.backend.run.reviewqueue;

import static java.util.stream.Collectors.groupingBy;

import ai.rhesis.backend.run.reviewqueue.QueueItem.QueuedResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tests of queues.
@Repository
class QueueItemQueries {

    /// A test counts as reviewed by somebody who reviewed every result of it.
    static final String REVIEWED = """
            with rated as materialized (
                select * from app.queue_rating where review_queue_id = :id),
            result as (
                select position, count(distinct test_result_id) as results from rated group by position),
            reviewed as (
                select r.position, r.user_id
                from rated r
                join result n on n.position = r.position
                where r.user_id is not null
                group by r.position, r.user_id, n.results
                having count(*) = n.results)
            """;
    private static final String ITEMS = REVIEWED + """
            select i.position, i.test_id, i.inclusion_probability,
                   (select count(*) from reviewed v where v.position = i.position) as reviewers,
                   exists (select 1 from reviewed v
                           where v.position = i.position and v.user_id = app.current_user_id()) as is_reviewed
            from app.review_queue_item i
            where i.review_queue_id = :id
            """;
    private static final String PAGE = ITEMS + """
            order by i.position
            limit :limit offset :skip
            """;
    /// The first test that lacks reviews, the caller's among them; one without a result left is passed over.
    private static final String NEXT = ITEMS + """
              and exists (select 1 from result n where n.position = i.position)
              and (select count(*) from reviewed v where v.position = i.position) < :reviewsPerItem
              and not exists (select 1 from reviewed v
                              where v.position = i.position and v.user_id = app.current_user_id())
            order by i.position
            limit 1
            """;
    /// In an order that tells nothing about the runs.
    private static final String RESULTS = """
            select i.position, r.id, r.test_run_id, u.name as run_name,
                   coalesce(t.input, c.prompt, c.test_configuration ->> 'goal') as input,
                   coalesce(t.expected, c.expected_response) as expected, r.test_output, r.verdict,
                   (select jsonb_object_agg(m.name, jsonb_build_object('score', coalesce(to_jsonb(m.category), to_jsonb(m.score)),
                                                                       'is_successful', m.is_successful, 'reason', m.reason,
                                                                       'error', m.error))
                    from app.test_result_metric m
                    where m.test_result_id = r.id) as metrics,
                   v.id as review_id, v.rating
            from app.review_queue_item i
            join app.review_queue q on q.id = i.review_queue_id
            join app.review_queue_run n on n.review_queue_id = i.review_queue_id
            join app.test_run u on u.id = n.test_run_id
            join app.test_result r on r.test_run_id = n.test_run_id and r.tested_id = i.test_id and r.deleted_at is null
            left join app.tested_result t on t.id = r.id
            left join app.test_content c on c.content_hash = r.content_hash
            left join lateral (
                select v.id, v.rating
                from app.review v
                where v.test_result_id = r.id and v.target_type = 'test_result' and v.user_id = app.current_user_id()
                  and v.judged_at >= q.created_at
                order by v.judged_at desc, v.id desc
                limit 1) v on true
            where i.review_queue_id = :id and i.position = any(cast(:positions as int[]))
            order by i.position, hashtextextended(concat(q.id, r.id), q.seed)
            """;
    private final JdbcClient database;

    QueueItemQueries(JdbcClient database) {
        this.database = database;
    }

    /// Reads one page in the order in which the tests were drawn.
    List<QueueItem> page(UUID queueId, int skip, int limit) {
        return withResults(
                queueId,
                database.sql(PAGE)
                        .param("id", queueId)
                        .param("skip", skip)
                        .param("limit", limit)
                        .query((row, number) -> item(row))
                        .list());
    }

    /// Returns the test that the caller is to review next; empty when there is none.
    List<QueueItem> next(ReviewQueue queue) {
        return withResults(
                queue.id(),
                database.sql(NEXT)
                        .param("id", queue.id())
                        .param("reviewsPerItem", queue.reviewsPerItem())
                        .query((row, number) -> item(row))
                        .list());
    }

    private List<QueueItem> withResults(UUID queueId, List<QueueItem> items) {
        Map<Integer, List<QueuedResult>> results = database
                .sql(RESULTS)
                .param("id", queueId)
                .param("positions", items.stream().map(QueueItem::position).toArray(Integer[]::new))
                .query((row, number) -> result(row))
                .list()
                .stream()
                .collect(groupingBy(QueuedResult::position));
        return items.stream()
                .map(item -> item.with(results.getOrDefault(item.position(), List.of())))
                .toList();
    }

    private static QueueItem item(ResultSet row) throws SQLException {
        return new QueueItem(
                row.getInt("position"),
                row.getObject("test_id", UUID.class),
                row.getDouble("inclusion_probability"),
                row.getLong("reviewers"),
                row.getBoolean("is_reviewed"),
                List.of());
    }

    private static QueuedResult result(ResultSet row) throws SQLException {
        return new QueuedResult(
                row.getInt("position"),
                row.getObject("id", UUID.class),
                row.getObject("test_run_id", UUID.class),
                row.getString("run_name"),
                row.getString("input"),
                row.getString("expected"),
                row.getString("test_output"),
                row.getString("verdict"),
                row.getString("metrics"),
                row.getObject("review_id", UUID.class),
                row.getString("rating"));
    }
}
