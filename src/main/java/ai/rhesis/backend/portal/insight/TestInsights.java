package ai.rhesis.backend.portal.insight;

import static ai.rhesis.backend.portal.insight.InsightSql.IS_WANTED_TEST;
import static ai.rhesis.backend.portal.insight.InsightSql.RESULT_COUNTS;
import static ai.rhesis.backend.portal.insight.InsightSql.SPENT;
import static ai.rhesis.backend.portal.insight.InsightSql.SUBJECTS;
import static ai.rhesis.backend.portal.insight.InsightSql.SUBJECT_IDS;
import static ai.rhesis.backend.portal.insight.InsightSql.SUBJECT_NAMES;
import static ai.rhesis.backend.portal.insight.InsightSql.SUMS;
import static ai.rhesis.backend.portal.insight.InsightSql.SUMS_OF_RESULTS;
import static ai.rhesis.backend.portal.insight.InsightSql.among;
import static ai.rhesis.backend.portal.insight.InsightSql.inSetsAndTagged;
import static ai.rhesis.backend.portal.insight.InsightSql.madeInWindow;
import static ai.rhesis.backend.portal.insight.InsightSql.outsideQuarantine;
import static ai.rhesis.backend.portal.insight.InsightSql.timeParts;

/// The counts of tests with their outcomes, including those that were never run.
final class TestInsights {

    /// Sums over the living results of each test, where they are asked for.
    private static final String RESULTS = """
            left join (select x.test_id, count(x.test_run_id) as run_count, sum(x.passed) as passed,
                              sum(x.failed) as failed, sum(x.errors) as errors, sum(x.latency_sum) as latency_sum,
                              sum(x.latency_count) as latency_count, sum(x.cost) as cost,
                              (array_agg(x.last order by x.last_at desc))[1] as last
                       from (select r.test_id, r.test_run_id, max(r.created_at) as last_at,
                                    (array_agg(r.verdict order by r.created_at desc, r.id desc))[1] as last,
                                    count(*) filter (where r.verdict = 'Pass') as passed,
                                    count(*) filter (where r.verdict = 'Fail') as failed,
            """ + SPENT + """
                             from app.test_result r
                             where (cast(:measures as text[]) <> array['count'] or 'is_unrun' = any(:dimensions))
                               and
            """ + RESULT_COUNTS + among("r.test_id", "test_ids") + """
                             group by r.test_id, r.test_run_id) x
                       group by x.test_id) e on e.test_id = t.id
            """;

    private static final String CONDITIONS = "where t.deleted_at is null\n"
            + outsideQuarantine("t.id")
            + madeInWindow("t")
            + among("t.id", "test_ids")
            + among("t.status_id", "status_ids")
            + IS_WANTED_TEST
            + inSetsAndTagged("t.id");

    private static final String COUNTS =
            "select " + SUBJECTS + """
                   g.test_type_id,
                   g.status_id,
                   g.is_unrun,
                   g.year,
                   g.month,
                   g.week,
                   cast(sum(g.last_passed) as bigint) as last_passed,
                   cast(sum(g.last_failed) as bigint) as last_failed,
                   cast(sum(g.last_errors) as bigint) as last_errors,
                   cast(sum(g.unrun_count) as bigint) as unrun_count,
                   cast(sum(g.run_count) as bigint) as run_count,
            """ + SUMS + "from (select " + SUBJECT_IDS + """
                         case when 'test_type_id' = any(:dimensions) then t.test_type_id end as test_type_id,
                         case when 'status_id' = any(:dimensions) then t.status_id end as status_id,
                         case when 'is_unrun' = any(:dimensions) then e.test_id is null end as is_unrun,
            """ + timeParts("t") + """
                         count(*) as count,
                         coalesce(sum(e.passed), 0) as passed,
                         coalesce(sum(e.failed), 0) as failed,
                         count(*) filter (where e.test_id is null) as unrun_count,
                         count(*) filter (where e.last = 'Pass') as last_passed,
                         count(*) filter (where e.last = 'Fail') as last_failed,
                         count(*) filter (where e.last = 'Error') as last_errors,
                         coalesce(sum(e.run_count), 0) as run_count,
            """
                    + SUMS_OF_RESULTS + "from app.test t\n" + RESULTS + CONDITIONS + """
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9) g
            """ + SUBJECT_NAMES + """
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
            order by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
            limit :limit
            """;

    private static final String IDS = "select t.id\nfrom app.test t\n" + CONDITIONS + "order by t.id";

    static final InsightStatements STATEMENTS = new InsightStatements(COUNTS, IDS);

    private TestInsights() {}
}
