package ai.rhesis.backend.run.comparison;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The pairs by which runs were decided early.
@Repository
class DecidedRunQueries {

    private static final int FETCH_SIZE = 5_000;

    /// The results without those that were finished out of turn, behind the test that decided.
    private static final String LOOKED_AT = """
            select p.candidate, p.baseline, p.candidate_errs or p.baseline_errs as errs
            from (select i.tested_id, max(i.position) as position
                  from app.test_run_item i
                  where i.test_run_id = :candidate
                    and i.position <= (select r.decided_position from app.test_run r where r.id = :candidate)
                  group by i.tested_id) i
            join app.paired_test p on p.test_id = i.tested_id
            where p.pairing_id = :id and p.delta is not null
            order by i.position
            """;

    private static final String IS_DECIDED = """
            select decided_position is not null from app.test_run where id = :runId
            """;

    private final JdbcClient database;

    DecidedRunQueries(JdbcClient database) {
        this.database = database;
    }

    /// Tells whether a run ended early, so that only the tests up to its decision tell about it.
    boolean isDecided(UUID runId) {
        return database.sql(IS_DECIDED)
                .param("runId", runId)
                .query(Boolean.class)
                .single();
    }

    /// Adds the pairs in the seeded order of the run to all of them, and to those without errors.
    void read(Pairing pairing, LookedAtPairs all, LookedAtPairs withoutErrors) {
        database.sql(LOOKED_AT)
                .param("id", pairing.id())
                .param("candidate", pairing.candidate())
                .withFetchSize(FETCH_SIZE)
                .query(row -> {
                    double candidate = row.getDouble("candidate");
                    double baseline = row.getDouble("baseline");
                    all.add(candidate, baseline);
                    if (!row.getBoolean("errs")) {
                        withoutErrors.add(candidate, baseline);
                    }
                });
    }
}
