package ai.rhesis.backend.portal.insight;

import static ai.rhesis.backend.portal.insight.InsightSql.SPENT;
import static ai.rhesis.backend.portal.insight.InsightSql.SUMS;
import static ai.rhesis.backend.portal.insight.InsightSql.SUMS_OF_RESULTS;
import static ai.rhesis.backend.portal.insight.InsightSql.among;
import static ai.rhesis.backend.portal.insight.InsightSql.amongNames;
import static ai.rhesis.backend.portal.insight.InsightSql.madeInWindow;
import static ai.rhesis.backend.portal.insight.InsightSql.outsideQuarantine;
import static ai.rhesis.backend.portal.insight.InsightSql.timeParts;

/// The counts of runs by status, set, executor and time.
final class RunInsights {

    /// The runs that a request may see. A run without a status is in the status that its state is called.
    private static final String ROWS = """
            from app.test_run n
            left join app.status s on s.organization_id = n.organization_id and s.id = n.status_id
            """;

    /// Sums over the living results of each run, where they are asked for.
    private static final String RESULTS = "left join (select r.test_run_id,\n" + SPENT + """
                       from app.test_result r
                       where cast(:measures as text[]) && array['errors', 'latency', 'cost'] and r.deleted_at is null
            """
            + outsideQuarantine("r.test_id") + among("r.test_run_id", "test_run_ids") + """
                       group by r.test_run_id) e on e.test_run_id = n.id
            left join app.test_set v on v.organization_id = n.organization_id and v.id = n.test_set_id
            """;

    private static final String CONDITIONS = "where n.deleted_at is null\n"
            + madeInWindow("n")
            + among("n.id", "test_run_ids")
            + among("n.user_id", "user_ids")
            + among("n.endpoint_id", "endpoint_ids")
            + among("n.test_set_id", "test_set_ids")
            + amongNames("coalesce(s.name, n.state)", "status_names");

    private static final String COUNTS =
            """
            select g.status,
                   g.test_set,
                   coalesce(p.name, p.email) as executor,
                   g.year,
                   g.month,
                   g.week,
            """ + SUMS + """
            from (select case when 'status' = any(:dimensions) then coalesce(s.name, n.state) end as status,
                         case when 'test_set' = any(:dimensions) then coalesce(n.test_set_name, v.name) end as test_set,
                         case when cast(:dimensions as text[]) && array['executor'] then n.user_id end as user_id,
            """ + timeParts("n") + """
                         count(*) as count,
                         count(*) filter (where n.state = 'Completed') as passed,
                         count(*) filter (where n.state = 'Failed') as failed,
            """ + SUMS_OF_RESULTS + ROWS + RESULTS + CONDITIONS + """
            group by 1, 2, 3, 4, 5, 6) g
            left join app.membership p on p.user_id = g.user_id
            group by 1, 2, 3, 4, 5, 6
            order by 1, 2, 3, 4, 5, 6
            limit :limit
            """;

    private static final String IDS = "select n.id\n" + ROWS + CONDITIONS + "order by n.id";

    static final InsightStatements STATEMENTS = new InsightStatements(COUNTS, IDS);

    private RunInsights() {}
}
