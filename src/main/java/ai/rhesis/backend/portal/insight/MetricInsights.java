package ai.rhesis.backend.portal.insight;

import static ai.rhesis.backend.portal.insight.InsightSql.RESULT_COUNTS;
import static ai.rhesis.backend.portal.insight.InsightSql.SUMS;
import static ai.rhesis.backend.portal.insight.InsightSql.among;
import static ai.rhesis.backend.portal.insight.InsightSql.amongNames;
import static ai.rhesis.backend.portal.insight.InsightSql.madeInWindow;
import static ai.rhesis.backend.portal.insight.InsightSql.timeParts;

/// The counts of what metrics said, after review.
final class MetricInsights {

    /// The judgements of the results that a request may see.
    private static final String ROWS = """
            from app.test_result r
            join app.test_result_metric m on m.organization_id = r.organization_id and m.test_result_id = r.id
            left join app.test t on t.organization_id = r.organization_id and t.id = r.test_id
            where
            """
            + RESULT_COUNTS
            + madeInWindow("r")
            + among("r.test_run_id", "test_run_ids")
            + among("t.requirement_id", "requirement_ids")
            + among("r.test_id", "test_ids")
            + amongNames("m.name", "metric_names");

    /// The verdict of a metric before a review.
    private static final String AUTOMATED = """
            case when m.is_overridden then m.automatic_success else m.is_successful end
            """;

    private static final String COUNTS =
            """
            select g.metric_name,
                   g.requirement_id,
                   g.year,
                   g.month,
                   g.week,
                   cast(sum(g.automated_passed) as bigint) as automated_passed,
                   cast(sum(g.automated_failed) as bigint) as automated_failed,
                   cast(sum(g.human_review_count) as bigint) as human_review_count,
            """ + SUMS + """
            from (select case when 'metric_name' = any(:dimensions) then m.name end as metric_name,
                         case when 'requirement_id' = any(:dimensions) then t.requirement_id end as requirement_id,
            """ + timeParts("r") + """
                         count(*) as count,
                         count(*) filter (where m.is_successful) as passed,
                         count(*) filter (where not m.is_successful) as failed,
                         count(*) filter (where
            """ + AUTOMATED + """
                         ) as automated_passed,
                         count(*) filter (where not
            """ + AUTOMATED + """
                         ) as automated_failed,
                         count(*) filter (where m.is_overridden) as human_review_count,
                         count(*) filter (where m.is_successful is null) as errors,
                         sum(m.duration_millis) as latency_sum,
                         count(m.duration_millis) as latency_count,
                         sum(coalesce(m.cost_micros, 0)) as cost
            """ + ROWS + """
            group by 1, 2, 3, 4, 5) g
            group by 1, 2, 3, 4, 5
            order by 1, 2, 3, 4, 5
            limit :limit
            """;

    private static final String IDS = "select distinct t.id\n" + ROWS + """
              and t.deleted_at is null and t.id is not null
              and (:outcome = 'all' or m.is_successful = (:outcome = 'pass'))
            order by t.id
            """;

    static final InsightStatements STATEMENTS = new InsightStatements(COUNTS, IDS);

    private MetricInsights() {}
}
