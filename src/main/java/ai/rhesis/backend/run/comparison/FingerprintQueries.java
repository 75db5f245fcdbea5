package ai.rhesis.backend.run.comparison;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The fingerprint of everything that a comparison of two runs is made of, so that the same inputs have the same
/// answer.
@Repository
class FingerprintQueries {

    /// Everything that a pairing is made of: the version of each result counts its changes, reviews among them.
    private static final String FINGERPRINT = """
            select format('%s %s %s %s %s', count(*), sum(hashtextextended(r.verdict, uuid_hash_extended(r.id, r.version))),
                          (select coalesce(string_agg(q.test_id::text, ' ' order by q.test_id), '')
                           from app.current_quarantine q
                           where exists (select 1
                                         from app.test_result x
                                         where x.tested_id = q.test_id and x.deleted_at is null
                                           and x.test_run_id in (:candidate, :baseline))),
                          (select v.test_set_version_hash from app.test_run v where v.id = :candidate),
                          (select coalesce(string_agg(q.review_queue_id::text, ' ' order by q.review_queue_id), '')
                           from app.review_queue_run q
                           join app.review_queue_run o on o.review_queue_id = q.review_queue_id and o.test_run_id = :baseline
                           where q.test_run_id = :candidate))
            from app.test_result r
            where r.test_run_id in (:candidate, :baseline) and r.deleted_at is null
            """;

    private final JdbcClient database;

    FingerprintQueries(JdbcClient database) {
        this.database = database;
    }

    /// Everything in the database that the pairing of two runs follows from, summed up.
    String of(UUID candidate, UUID baseline) {
        return database.sql(FINGERPRINT)
                .param("candidate", candidate)
                .param("baseline", baseline)
                .query(String.class)
                .single();
    }
}
