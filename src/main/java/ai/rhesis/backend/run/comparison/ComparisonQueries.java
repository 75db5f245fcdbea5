package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.run.comparison.KeptPairQueries.KeptPairing;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The stored answers of comparisons, and their tests page by page.
@Repository
class ComparisonQueries {

    private static final String BODY = """
            select body from app.comparison where id = :id
            """;
    private static final String KEEP = """
            insert into app.comparison (id, pairing_id, body)
            values (:id, :pairing, :body)
            on conflict (organization_id, id) do nothing
            """;
    /// The result of a test in one of the runs, the worst where it has several.
    private static final String RESULT = """
            select r.test_output, r.verdict, r.error,
                   (select jsonb_object_agg(m.name, jsonb_build_object('score', m.score, 'is_successful', m.is_successful,
                                                                       'reason', m.reason, 'error', m.error))
                    from app.test_result_metric m
                    where m.test_result_id = r.id) as metrics
            from app.test_result r
            where r.tested_id = p.%1$s and r.test_run_id = :%2$s and r.deleted_at is null
            order by r.verdict = 'Pass', r.repetition
            limit 1
            """;
    private static final String TESTS = """
            select p.position, p.test_id, case p.outcome when 'not_run' then 'missing' else p.outcome end as outcome, p.delta,
                   coalesce(nullif(t.name, ''), nullif(split_part(s.prompt, chr(10), 1), ''),
                            s.test_configuration ->> 'goal', p.test_id::text) as name,
                   coalesce(s.prompt, s.test_configuration ->> 'goal') as input, s.expected_response as expected,
                   c.error as candidate_error, b.error as baseline_error,
                   c.test_output as candidate_output, c.verdict as candidate_status, c.metrics as candidate_metrics,
                   b.test_output as baseline_output, b.verdict as baseline_status, b.metrics as baseline_metrics
            from (select p.*
                  from app.paired_test p
                  where p.pairing_id = :pairing and p.position > :after
                    and (cast(:outcome as text) is null or p.outcome = :outcome
                         or (:outcome = 'missing' and p.outcome = 'not_run'))
                  order by p.position
                  limit :limit) p
            left join app.test t on t.id = p.test_id
            left join app.test_content s on s.content_hash = p.content_hash
            left join lateral (
            """ + RESULT.formatted("test_id", "candidate") + """
                ) c on p.outcome not in ('missing', 'not_run')
            left join lateral (
            """
            + RESULT.formatted("baseline_test_id", "baseline") + """
                ) b on true
            order by p.position
            """;
    private static final String REQUIREMENT_IDS = """
            select name, id from app.requirement where name = any(:names) and deleted_at is null
            """;
    private static final String CATEGORY_IDS = """
            select name, id from app.category where name = any(:names) and deleted_at is null
            """;

    private final JdbcClient database;

    ComparisonQueries(JdbcClient database) {
        this.database = database;
    }

    Optional<String> body(UUID id) {
        return database.sql(BODY).param("id", id).query(String.class).optional();
    }

    void keep(UUID id, UUID pairing, String body) {
        database.sql(KEEP)
                .param("id", id)
                .param("pairing", pairing)
                .param("body", body)
                .update();
    }

    /// Reads the tests behind a position, in the order of the set; of a repeated test the first repetition that did
    /// not pass.
    List<ComparedTestView> tests(KeptPairing pairing, @Nullable String outcome, long after, int limit) {
        return database.sql(TESTS)
                .param("pairing", pairing.id())
                .param("candidate", pairing.candidate())
                .param("baseline", pairing.baseline())
                .param("outcome", outcome)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new ComparedTestView(
                        row.getInt("position"),
                        row.getObject("test_id", UUID.class),
                        row.getString("outcome"),
                        row.getObject("delta", Double.class),
                        row.getString("name"),
                        row.getString("input"),
                        row.getString("expected"),
                        new ComparedTestView.Side(
                                row.getString("baseline_output"),
                                row.getString("baseline_status"),
                                row.getString("baseline_metrics"),
                                row.getString("baseline_error")),
                        new ComparedTestView.Side(
                                row.getString("candidate_output"),
                                row.getString("candidate_status"),
                                row.getString("candidate_metrics"),
                                row.getString("candidate_error"))))
                .list();
    }

    /// Finds the ids of living requirements by their names.
    List<NamedGroup> requirements(String[] names) {
        return ids(REQUIREMENT_IDS, names);
    }

    /// Finds the ids of living categories by their names.
    List<NamedGroup> categories(String[] names) {
        return ids(CATEGORY_IDS, names);
    }

    private List<NamedGroup> ids(String sql, String[] names) {
        return database.sql(sql)
                .param("names", names)
                .query((row, number) -> new NamedGroup(row.getString("name"), row.getObject("id", UUID.class)))
                .list();
    }

    /// A group of tests that is an object of its own.
    record NamedGroup(String name, UUID id) {}
}
