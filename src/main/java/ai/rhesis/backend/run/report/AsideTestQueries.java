package ai.rhesis.backend.run.report;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tests of a run that a report lists apart from the others.
@Repository
class AsideTestQueries {

    static final int MAX_TESTS = 100;

    private static final String NAME = """
            coalesce(nullif(t.name, ''), nullif(split_part(c.prompt, chr(10), 1), ''), c.test_configuration ->> 'goal',
                     o.test_id::text) as name
            """;
    private static final String FROM = """
            from app.test_outcome o
            left join app.test t on t.id = o.test_id
            left join app.test_content c on c.content_hash = o.content_hash
            """;
    private static final String FLAKY =
            "select " + NAME + ", o.passes || ' of ' || o.n || ' repetitions passed' as why\n" + FROM + """
            where o.test_run_id = :runId and not o.quarantined and o.passes > 0 and o.passes < o.n
            order by o.position, o.test_id
            limit :limit
            """;
    private static final String QUARANTINED = "select " + NAME + ", q.reason as why\n" + FROM + """
            join app.current_quarantine q on q.test_id = o.test_id
            where o.test_run_id = :runId and o.quarantined
            order by o.position, o.test_id
            limit :limit
            """;

    private final JdbcClient database;

    AsideTestQueries(JdbcClient database) {
        this.database = database;
    }

    /// Returns the tests whose repetitions disagree.
    List<AsideTestCase> flaky(UUID runId) {
        return read(FLAKY, runId);
    }

    List<AsideTestCase> quarantined(UUID runId) {
        return read(QUARANTINED, runId);
    }

    private List<AsideTestCase> read(String sql, UUID runId) {
        return database.sql(sql)
                .param("runId", runId)
                .param("limit", MAX_TESTS)
                .query((row, number) -> new AsideTestCase(row.getString("name"), row.getString("why")))
                .list();
    }
}
