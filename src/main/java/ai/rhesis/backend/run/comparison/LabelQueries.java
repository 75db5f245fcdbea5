package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.statistics.Moments;
import ai.rhesis.backend.run.verdict.DrawnPairs;
import ai.rhesis.backend.run.verdict.DrawnPairs.DrawnPair;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The reviews of the pairs of two runs.
@Repository
class LabelQueries {

    private static final int MAX_QUEUES = 10;

    private static final String RESULTS = """
            select count(*) filter (where test_run_id = :baseline) as baseline,
                   count(*) filter (where test_run_id = :candidate) as candidate
            from app.reviewed_result
            where test_run_id in (:candidate, :baseline)
            """;
    private static final String QUEUES = """
            select q.id
            from app.review_queue_run c
            join app.review_queue_run b on b.review_queue_id = c.review_queue_id and b.test_run_id = :baseline
            join app.review_queue q on q.id = c.review_queue_id
            where c.test_run_id = :candidate
            order by q.created_at desc, q.id
            limit :most
            """;
    /// A test of one run alone is no pair, and a gap nowhere.
    private static final String DRAWN = """
            with unreviewed as (
                select distinct r.position
                from app.queue_rating r
                where r.review_queue_id = :queue and r.test_run_id in (:candidate, :baseline) and r.rating is null)
            select i.test_id, e.delta as people, a.delta as judge, i.inclusion_probability, u.position is null as is_reviewed,
                   a.candidate_errs or a.baseline_errs or e.candidate_errs or e.baseline_errs as has_error
            from app.review_queue_item i
            join app.paired_test e on e.pairing_id = :effective and e.test_id = i.test_id and e.baseline_test_id = i.test_id
                                  and e.delta is not null
            join app.paired_test a on a.pairing_id = :automatic and a.test_id = i.test_id and a.delta is not null
            left join unreviewed u on u.position = i.position
            where i.review_queue_id = :queue
            order by i.position
            """;
    private static final String OTHERS = """
            select count(*) as n, coalesce(avg(delta), 0) as mean, coalesce(regr_sxx(delta, delta), 0) as squares
            from (select p.delta
                  from app.paired_test p
                  where p.pairing_id = :automatic and p.delta is not null
                    and not (:withoutErrors and (p.candidate_errs or p.baseline_errs))
                    and p.test_id <> all(cast(:labelled as uuid[]))
                  order by p.position) o
            """;

    private final JdbcClient database;

    LabelQueries(JdbcClient database) {
        this.database = database;
    }

    ReviewedResults results(Pairing pairing) {
        return database.sql(RESULTS)
                .param("candidate", pairing.candidate())
                .param("baseline", pairing.baseline())
                .query((row, number) -> new ReviewedResults(row.getLong("baseline"), row.getLong("candidate")))
                .single();
    }

    /// Returns the newest queues that were drawn from both runs.
    List<UUID> queues(Pairing pairing) {
        return database.sql(QUEUES)
                .param("candidate", pairing.candidate())
                .param("baseline", pairing.baseline())
                .param("most", MAX_QUEUES)
                .query(UUID.class)
                .list();
    }

    /// Returns the pairs that a queue drew, in its order.
    DrawnLabels drawn(UUID queue, Pairing effective, Pairing automatic) {
        return new DrawnLabels(database.sql(DRAWN)
                .param("queue", queue)
                .param("candidate", effective.candidate())
                .param("baseline", effective.baseline())
                .param("effective", effective.id())
                .param("automatic", automatic.id())
                .query((row, number) -> new DrawnLabel(
                        row.getObject("test_id", UUID.class),
                        new DrawnPair(
                                row.getDouble("people"),
                                row.getDouble("judge"),
                                row.getDouble("inclusion_probability"),
                                row.getBoolean("is_reviewed"),
                                row.getBoolean("has_error"))))
                .list());
    }

    /// Sums up the automatic differences of the pairs that are no labels.
    Moments others(Pairing automatic, List<UUID> labelled, boolean withoutErrors) {
        return database.sql(OTHERS)
                .param("automatic", automatic.id())
                .param("withoutErrors", withoutErrors)
                .param("labelled", labelled.toArray(UUID[]::new))
                .query((row, number) -> new Moments(row.getLong("n"), row.getDouble("mean"), row.getDouble("squares")))
                .single();
    }

    /// The number of reviewed results of both runs.
    record ReviewedResults(long baseline, long candidate) {

        boolean isNone() {
            return baseline + candidate == 0;
        }
    }

    /// The tests of a queue that are pairs of both runs.
    record DrawnLabels(List<DrawnLabel> tests) {

        /// Returns the tests before the first that is not reviewed.
        DrawnLabels labelled() {
            return new DrawnLabels(tests.subList(0, pairs().labelled().size()));
        }

        DrawnPairs pairs() {
            return new DrawnPairs(tests.stream().map(DrawnLabel::pair).toList());
        }

        List<UUID> testIds() {
            return tests.stream().map(DrawnLabel::testId).toList();
        }

        int size() {
            return tests.size();
        }
    }

    record DrawnLabel(UUID testId, DrawnPair pair) {}
}
