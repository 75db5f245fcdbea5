package ai.rhesis.backend.run.gate;

import ai.rhesis.backend.run.testrun.PinnedVersion;
import ai.rhesis.backend.run.testrun.TestRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// The tests of runs for JUnit reports, in pages that cost the same at any depth.
@Repository
class JunitQueries {

    /// The tests of the run's version; none of a run without one.
    private static final String PINNED = """
            select m.position, m.test_id, m.content_hash
            from app.test_set_version_test m
            where m.test_set_id = :setId and m.since_number <= :version
              and (m.until_number is null or m.until_number > :version)
            """;
    /// The tests with results that the run's version does not hold, in the order of their ids.
    private static final String OTHERS = """
            select 0 as position, o.test_id, o.content_hash
            from app.test_outcome o
            where o.test_run_id = :runId and o.test_id > cast(:testId as uuid)
              and not exists (select 1
                              from app.test_set_version_test m
                              where cast(:version as int) is not null and m.test_set_id = :setId and m.test_id = o.test_id
                                and m.since_number <= :version and (m.until_number is null or m.until_number > :version))
            """;
    private static final String BEGIN = """
            select l.position, l.test_id, q.reason as quarantine,
                   coalesce(nullif(t.name, ''), nullif(split_part(c.prompt, chr(10), 1), ''),
                            c.test_configuration ->> 'goal', l.test_id::text) as name,
                   coalesce(c.requirement, c.category, 'Tests') as grouped
            from (select l.*
                  from (
            """;
    /// Each test is looked up by its id, whatever the planner thinks of a page (`limit 1`).
    private static final String PAGE = """
                  ) l
                  where (l.position, l.test_id) > (:position, cast(:testId as uuid))
                  order by l.position, l.test_id
                  limit :limit) l
            left join lateral (select x.name from app.test x where x.id = l.test_id limit 1) t on true
            left join lateral (
                select x.prompt, x.test_configuration, x.requirement, x.category
                from app.test_content x
                where x.content_hash = l.content_hash
                limit 1) c on true
            left join lateral (
                select x.reason from app.current_quarantine x where x.test_id = l.test_id limit 1) q on true
            order by l.position, l.test_id
            """;
    private static final String PAGE_OF_PINNED = BEGIN + PINNED + PAGE;
    private static final String PAGE_OF_OTHERS = BEGIN + OTHERS + PAGE;
    private static final String COUNTS = "with pinned as (" + PINNED + ")" + """
            , told as (
                select o.outcome, p.test_id is null as is_other, q.test_id is not null or o.outcome is null as is_skipped
                from pinned p
                full join (select test_id, outcome from app.test_outcome where test_run_id = :runId) o on o.test_id = p.test_id
                left join app.current_quarantine q on q.test_id = coalesce(p.test_id, o.test_id))
            select count(*) as tests, count(*) filter (where not is_skipped and outcome = 'fail') as failures,
                   count(*) filter (where not is_skipped and outcome = 'error') as errors,
                   count(*) filter (where is_skipped) as skipped, count(*) filter (where is_other) as others
            from told
            """;

    private final JdbcClient database;

    JunitQueries(JdbcClient database) {
        this.database = database;
    }

    Counts counts(TestRun run) {
        return statement(COUNTS, run)
                .query((row, number) -> new Counts(
                        row.getLong("tests"),
                        row.getLong("failures"),
                        row.getLong("errors"),
                        row.getLong("skipped"),
                        row.getLong("others")))
                .single();
    }

    /// Returns the next tests of the run's version, in the order of the set.
    List<ListedTestCase> pinned(TestRun run, Place after, int limit) {
        return page(PAGE_OF_PINNED, run, after, limit);
    }

    /// Returns the next tests that have results in the run and are not in its version.
    List<ListedTestCase> others(TestRun run, Place after, int limit) {
        return page(PAGE_OF_OTHERS, run, after, limit);
    }

    private List<ListedTestCase> page(String sql, TestRun run, Place after, int limit) {
        return statement(sql, run)
                .param("position", after.position())
                .param("testId", after.testId())
                .param("limit", limit)
                .query((row, number) -> test(row))
                .list();
    }

    private StatementSpec statement(String sql, TestRun run) {
        PinnedVersion version = run.version();
        return database.sql(sql)
                .param("runId", run.getId())
                .param("setId", run.getTestSetId())
                .param("version", version == null ? null : version.testSetVersionNumber());
    }

    private static ListedTestCase test(ResultSet row) throws SQLException {
        return new ListedTestCase(
                row.getLong("position"),
                row.getObject("test_id", UUID.class),
                row.getString("name"),
                row.getString("grouped"),
                row.getString("quarantine"));
    }

    /// @param others the tests that the run's version does not hold
    record Counts(long tests, long failures, long errors, long skipped, long others) {}

    /// A test of a run.
    ///
    /// @param group the requirement or category of the test
    /// @param quarantine the reason of its quarantine; null where it is in none
    record ListedTestCase(
            long position,
            UUID id,
            String name,
            String group,
            @Nullable String quarantine) {}

    /// The place behind which a page begins.
    record Place(long position, UUID testId) {

        static final Place BEGIN = new Place(Long.MIN_VALUE, new UUID(0, 0));

        static Place of(ListedTestCase last) {
            return new Place(last.position(), last.id());
        }
    }
}
