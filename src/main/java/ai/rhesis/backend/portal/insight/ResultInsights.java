package ai.rhesis.backend.portal.insight;

import static ai.rhesis.backend.portal.insight.InsightSql.IS_LIVING_RESULT;
import static ai.rhesis.backend.portal.insight.InsightSql.IS_WANTED_TEST;
import static ai.rhesis.backend.portal.insight.InsightSql.SPENT;
import static ai.rhesis.backend.portal.insight.InsightSql.SUBJECTS;
import static ai.rhesis.backend.portal.insight.InsightSql.SUBJECT_IDS;
import static ai.rhesis.backend.portal.insight.InsightSql.SUBJECT_NAMES;
import static ai.rhesis.backend.portal.insight.InsightSql.SUMS;
import static ai.rhesis.backend.portal.insight.InsightSql.among;
import static ai.rhesis.backend.portal.insight.InsightSql.inSetsAndTagged;
import static ai.rhesis.backend.portal.insight.InsightSql.madeInWindow;
import static ai.rhesis.backend.portal.insight.InsightSql.yearAndMonth;

/// The counts of results by test, run, status and time.
final class ResultInsights {

    /// The results that a request may see, with the tests that they are of.
    private static final String ROWS = """
            from app.test_result r
            left join app.test t on t.organization_id = r.organization_id and t.id = r.test_id
            where
            """
            + IS_LIVING_RESULT
            + madeInWindow("r")
            + among("r.test_run_id", "test_run_ids")
            + among("r.status_id", "status_ids")
            + among("r.test_id", "test_ids")
            + IS_WANTED_TEST
            + inSetsAndTagged("r.test_id");

    private static final String COUNTS = "select " + SUBJECTS + """
                   g.test_run,
                   s.name as status,
                   g.year,
                   g.month,
            """ + SUMS + "from (select " + SUBJECT_IDS + """
                         case when 'test_run' = any(:dimensions) then r.test_run_id end as test_run,
                         case when cast(:dimensions as text[]) && array['status'] then r.status_id end as status_id,
            """
            + yearAndMonth("r") + """
                         count(*) as count,
                         count(*) filter (where r.verdict = 'Pass') as passed,
                         count(*) filter (where r.verdict = 'Fail') as failed,
            """ + SPENT + ROWS + """
            group by 1, 2, 3, 4, 5, 6, 7) g
            """ + SUBJECT_NAMES + """
            left join app.status s on s.id = g.status_id
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
            order by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
            limit :limit
            """;

    private static final String IDS = "select distinct t.id\n" + ROWS + """
              and t.deleted_at is null and t.id is not null
              and (:outcome = 'all' or r.verdict = case :outcome when 'pass' then 'Pass' else 'Fail' end)
            order by t.id
            """;

    static final InsightStatements STATEMENTS = new InsightStatements(COUNTS, IDS);

    private ResultInsights() {}
}
