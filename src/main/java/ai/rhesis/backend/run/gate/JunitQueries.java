package ai.rhesis.backend.run.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The tests of runs for JUnit reports, in pages that cost the same at any depth.
@Repository
class JunitQueries {

    private static final String PINNED = """
            select m.position, m.test_id, m.content_hash
            from app.test_run r
            join app.test_set_version_test m on m.test_set_id = r.test_set_id
                                            and m.since_number <= r.test_set_version_number
                                            and (m.until_number is null or m.until_number > r.test_set_version_number)
            where r.id = :runId
            """;
    /// The first result of each test that the run's version does not hold.
    private static final String OTHERS = """
            select f.position, f.tested_id as test_id, f.content_hash
            from app.test_result f
            where f.test_run_id = :runId and f.deleted_at is null and f.tested_id is not null
              and not exists (select 1
                              from app.test_result e
                              where e.tested_id = f.tested_id and e.test_run_id = :runId and e.deleted_at is null
                                and e.position < f.position)
              and not exists (select 1
                              from app.test_run r
                              join app.test_set_version_test m on m.test_set_id = r.test_set_id
                                                              and m.test_id = f.tested_id
                                                              and m.since_number <= r.test_set_version_number
                                                              and (m.until_number is null
                                                                   or m.until_number > r.test_set_version_number)
                              where r.id = :runId)
            """;
    private static final String FIRST = "select l.* from (";
    private static final String PAGE = """
            ) l
            where (l.position, l.test_id) > (:position, cast(:testId as uuid))
            order by l.position, l.test_id
            limit :limit
            """;
    private static final String TOLD = """
            select l.position, l.test_id, q.reason as quarantine, o.outcome, coalesce(s.millis, 0) / 1000 as seconds,
                   coalesce(nullif(t.name, ''), nullif(split_part(c.prompt, chr(10), 1), ''),
                            c.test_configuration ->> 'goal', l.test_id::text) as name,
                   coalesce(c.requirement, c.category, 'Tests') as grouped,
                   coalesce(s.results, '[]') as results
            from page l
            left join app.test t on t.id = l.test_id
            left join app.test_content c on c.content_hash = l.content_hash
            left join app.current_quarantine q on q.test_id = l.test_id
            left join lateral (
                -- the limit keeps the outcome to one test: without it those of the whole run would be made for each page
                select x.outcome from app.test_outcome x where x.test_run_id = :runId and x.test_id = l.test_id limit 1) o on true
            left join lateral (
                select sum(r.latency_millis) as millis,
                       jsonb_agg(jsonb_build_object(
                           'verdict', r.verdict, 'error', r.error, 'error_type', coalesce(r.error_type, r.verdict),
                           'metrics', (select jsonb_agg(jsonb_build_object(
                                                  'name', m.name, 'reason', m.reason, 'error', m.error) order by m.position)
                                       from app.test_result_metric m
                                       where m.test_result_id = r.id and m.is_successful is not true))
                           order by r.repetition) as results
                from app.test_result r
                where r.tested_id = l.test_id and r.test_run_id = :runId and r.deleted_at is null) s on true
            order by l.position, l.test_id
            """;
    private static final String PAGE_OF_PINNED = "with page as (" + FIRST + PINNED + PAGE + ")\n" + TOLD;
    private static final String PAGE_OF_OTHERS = "with page as (" + FIRST + OTHERS + PAGE + ")\n" + TOLD;
    private static final String COUNTS =
            "with all_tests as (select test_id from (" + PINNED + ") p union select test_id from ("
                    + OTHERS + ") o)" + """
            , told as (
                select o.outcome, q.test_id is not null or o.outcome is null as is_skipped
                from all_tests a
                left join (select test_id, outcome from app.test_outcome where test_run_id = :runId) o on o.test_id = a.test_id
                left join app.current_quarantine q on q.test_id = a.test_id)
            select count(*) as tests, count(*) filter (where not is_skipped and outcome = 'fail') as failures,
                   count(*) filter (where not is_skipped and outcome = 'error') as errors,
                   count(*) filter (where is_skipped) as skipped
            from told
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    JunitQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Counts counts(UUID runId) {
        return database.sql(COUNTS)
                .param("runId", runId)
                .query((row, number) -> new Counts(
                        row.getLong("tests"), row.getLong("failures"), row.getLong("errors"), row.getLong("skipped")))
                .single();
    }

    /// Returns the next tests of the run's version, in the order of the set.
    List<JunitTestCase> pinned(UUID runId, Place after, int limit) {
        return page(PAGE_OF_PINNED, runId, after, limit);
    }

    /// Returns the next tests that have results in the run and are not in its version, in the order of results.
    List<JunitTestCase> others(UUID runId, Place after, int limit) {
        return page(PAGE_OF_OTHERS, runId, after, limit);
    }

    private List<JunitTestCase> page(String sql, UUID runId, Place after, int limit) {
        return database.sql(sql)
                .param("runId", runId)
                .param("position", after.position())
                .param("testId", after.testId())
                .param("limit", limit)
                .query((row, number) -> test(row))
                .list();
    }

    private JunitTestCase test(ResultSet row) throws SQLException {
        return new JunitTestCase(
                row.getLong("position"),
                row.getObject("test_id", UUID.class),
                row.getString("name"),
                row.getString("grouped"),
                row.getString("outcome"),
                row.getString("quarantine"),
                row.getDouble("seconds"),
                json.readTree(row.getString("results")));
    }

    record Counts(long tests, long failures, long errors, long skipped) {}

    /// The place behind which a page begins.
    record Place(long position, UUID testId) {

        static final Place BEGIN = new Place(Long.MIN_VALUE, new UUID(0, 0));

        static Place of(JunitTestCase last) {
            return new Place(last.position(), last.testId());
        }
    }
}
