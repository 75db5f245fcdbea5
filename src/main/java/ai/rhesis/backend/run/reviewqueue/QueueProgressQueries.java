package ai.rhesis.backend.run.reviewqueue;

import ai.rhesis.backend.platform.statistics.Krippendorff;
import ai.rhesis.backend.run.review.Review.Reviewer;
import ai.rhesis.backend.run.reviewqueue.ReviewQueueResponse.ReviewerProgress;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The progress of people with queues, and their agreement.
@Repository
class QueueProgressQueries {

    private static final String DONE = QueueItemQueries.REVIEWED + """
            select count(*)
            from (select position from reviewed group by position having count(*) >= :reviewsPerItem) d
            """;
    private static final String REVIEWERS = QueueItemQueries.REVIEWED + """
            select r.user_id, coalesce(u.name, u.email) as name,
                   (select count(*) from reviewed v where v.user_id = r.user_id) as done
            from (select distinct user_id from rated where user_id is not null) r
            join app.membership u on u.user_id = r.user_id
            order by done desc, name, r.user_id
            """;
    private static final String AGREEMENT = """
            select passes, fails, count(*) as times
            from (select count(*) filter (where rating = 'Pass') as passes, count(*) filter (where rating = 'Fail') as fails
                  from app.queue_rating
                  where review_queue_id = :id and user_id is not null
                  group by test_result_id) u
            group by passes, fails
            order by passes, fails
            """;

    private final JdbcClient database;

    QueueProgressQueries(JdbcClient database) {
        this.database = database;
    }

    long done(ReviewQueue queue) {
        return database.sql(DONE)
                .param("id", queue.id())
                .param("reviewsPerItem", queue.reviewsPerItem())
                .query(Long.class)
                .single();
    }

    List<ReviewerProgress> reviewers(ReviewQueue queue) {
        return database.sql(REVIEWERS)
                .param("id", queue.id())
                .query((row, number) -> new ReviewerProgress(
                        new Reviewer(row.getObject("user_id", UUID.class), row.getString("name")),
                        row.getLong("done"),
                        queue.size()))
                .list();
    }

    Krippendorff agreement(UUID queueId) {
        return Krippendorff.of(database.sql(AGREEMENT)
                .param("id", queueId)
                .query((row, number) ->
                        new Krippendorff.Unit(row.getLong("passes"), row.getLong("fails"), row.getLong("times")))
                .list());
    }
}
