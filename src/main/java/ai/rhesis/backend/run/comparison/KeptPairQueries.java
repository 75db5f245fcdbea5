package ai.rhesis.backend.run.comparison;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The pairs and answers that were made before: whether they are there, and how long they stay.
@Repository
class KeptPairQueries {

    /// The days for which pairs are kept that nobody asks for.
    static final int DAYS_KEPT = 30;
    /// The answers that are kept of one run; it takes that many questions or reviews to reach it.
    static final int MAX_ANSWERS = 1_000;

    private static final String EXISTS = """
            select exists (select 1 from app.pairing where id = :id and has_pairs)
            """;
    private static final String OF_COMPARISON = """
            select g.id, g.candidate_run_id, g.baseline_run_id
            from app.comparison k
            join app.pairing g on g.id = k.pairing_id
            where k.id = :id
            """;
    private static final String TOUCH = """
            update app.pairing set used_at = now() where id = :id and used_at < now() - interval '1 day'
            """;
    /// Only two at once, so that whoever makes new pairs hardly waits for that.
    private static final String FORGET_UNUSED = """
            with unused as (
                update app.pairing
                set has_pairs = false
                where id in (select g.id
                             from app.pairing g
                             where g.has_pairs and g.used_at < now() - make_interval(days => :days)
                             order by g.used_at
                             limit 2
                             for update skip locked)
                returning id)
            delete from app.paired_test where pairing_id in (select id from unused)
            """;
    private static final String FORGET_OLDEST = """
            delete from app.comparison
            where id in (select k.id
                         from app.pairing g
                         join app.comparison k on k.pairing_id = g.id
                         where g.candidate_run_id = :candidate
                         order by k.created_at desc, k.id
                         offset :most)
            """;
    private static final String FORGET_EMPTY = """
            delete from app.pairing g
            where g.candidate_run_id = :candidate and not g.has_pairs
              and not exists (select 1 from app.comparison k where k.pairing_id = g.id)
            """;
    private static final String BY_OUTCOME = """
            select measure = 'outcome' from app.pairing where id = :id
            """;
    /// The last position is their number.
    private static final String SIZE = """
            select coalesce(max(position), 0) from app.paired_test where pairing_id = :id
            """;

    private final JdbcClient database;

    KeptPairQueries(JdbcClient database) {
        this.database = database;
    }

    boolean exists(UUID id) {
        return database.sql(EXISTS).param("id", id).query(Boolean.class).single();
    }

    /// Finds the pairs of an earlier comparison, be they there or not.
    Optional<KeptPairing> ofComparison(UUID comparison) {
        return database.sql(OF_COMPARISON)
                .param("id", comparison)
                .query((row, number) -> new KeptPairing(
                        row.getObject("id", UUID.class),
                        row.getObject("candidate_run_id", UUID.class),
                        row.getObject("baseline_run_id", UUID.class)))
                .optional();
    }

    /// Notes that somebody asks for the pairs, at most once a day.
    void touch(UUID id) {
        database.sql(TOUCH).param("id", id).update();
    }

    /// Deletes pairs that nobody has asked for in a while.
    void forgetUnused() {
        database.sql(FORGET_UNUSED).param("days", DAYS_KEPT).update();
    }

    /// Deletes the oldest answers of a run that has too many, and its pairings of which nothing is left.
    void forgetOldest(UUID candidate) {
        database.sql(FORGET_OLDEST)
                .param("candidate", candidate)
                .param("most", MAX_ANSWERS)
                .update();
        database.sql(FORGET_EMPTY).param("candidate", candidate).update();
    }

    /// Tells whether pairs differ by their outcomes, and not by the shares of their repetitions that passed.
    boolean isByOutcome(UUID id) {
        return database.sql(BY_OUTCOME).param("id", id).query(Boolean.class).single();
    }

    /// Returns the number of pairs and of tests in one run alone.
    int size(UUID id) {
        return database.sql(SIZE).param("id", id).query(Integer.class).single();
    }

    /// The pairs of an earlier comparison.
    record KeptPairing(UUID id, UUID candidate, UUID baseline) {}
}
