package ai.rhesis.backend.portal.insight;

import static ai.rhesis.backend.portal.insight.InsightSql.IS_WANTED_TEST;
import static ai.rhesis.backend.portal.insight.InsightSql.RESULT_COUNTS;
import static ai.rhesis.backend.portal.insight.InsightSql.SPENT;
import static ai.rhesis.backend.portal.insight.InsightSql.SUBJECTS;
import static ai.rhesis.backend.portal.insight.InsightSql.SUBJECT_IDS;
import static ai.rhesis.backend.portal.insight.InsightSql.SUBJECT_NAMES;
import static ai.rhesis.backend.portal.insight.InsightSql.SUMS;
import static ai.rhesis.backend.portal.insight.InsightSql.among;
import static ai.rhesis.backend.portal.insight.InsightSql.inSetsAndTagged;
import static ai.rhesis.backend.portal.insight.InsightSql.madeInWindow;
import static ai.rhesis.backend.portal.insight.InsightSql.timeParts;

/// The counts of results by test, run, status and time.
final class ResultInsights {

    /// The results that a request may see, with the tests that they are of.
    private static final String FROM = """
            from app.test_result r
            left join app.test t on t.organization_id = r.organization_id and t.id = r.test_id
            """;

    /// The runs and the tags of the results, where they are grouped by: a result counts under each tag of its test.
    private static final String GROUPED = """
            left join app.test_run n
              on cast(:dimensions as text[]) && array['endpoint', 'endpoint_id', 'test_set', 'test_set_id']
             and n.organization_id = r.organization_id and n.id = r.test_run_id
            left join lateral (
                select i.tag_id
                from app.tagged_item i
                where 'tag' = any(:dimensions) and i.organization_id = r.organization_id and i.entity_type = 'Test'
                  and i.entity_id = r.test_id) k on true
            """;

    private static final String CONDITIONS = "where\n"
            + RESULT_COUNTS
            + madeInWindow("r")
            + among("r.test_run_id", "test_run_ids")
            + among("r.status_id", "status_ids")
            + among("r.test_id", "test_ids")
            + """
              and (cast(:endpoint_ids as uuid[]) is null
                   or r.test_run_id in (select u.id
                                        from app.test_run u
                                        where u.endpoint_id = any(cast(:endpoint_ids as uuid[]))))
            """
            + IS_WANTED_TEST
            + inSetsAndTagged("r.test_id");

    private static final String COUNTS = "select " + SUBJECTS + """
                   g.test_run,
                   s.name as status,
                   a.name as tag,
                   case when 'endpoint' = any(:dimensions) then b.name end as endpoint,
                   case when 'endpoint_id' = any(:dimensions) then g.endpoint_id end as endpoint_id,
                   case when 'test_set' = any(:dimensions) then v.name end as test_set,
                   case when 'test_set_id' = any(:dimensions) then g.test_set_id end as test_set_id,
                   g.year,
                   g.month,
                   g.week,
                   cast(sum(g.input_tokens) as bigint) as input_tokens,
                   cast(sum(g.output_tokens) as bigint) as output_tokens,
                   app.percentile(app.concatenate(g.latencies), 0.5) as latency_p50,
                   app.percentile(app.concatenate(g.latencies), 0.95) as latency_p95,
            """ + SUMS + "from (select " + SUBJECT_IDS + """
                         case when 'test_run' = any(:dimensions) then r.test_run_id end as test_run,
                         case when cast(:dimensions as text[]) && array['status'] then r.status_id end as status_id,
                         k.tag_id,
                         case when cast(:dimensions as text[]) && array['endpoint', 'endpoint_id']
                              then n.endpoint_id end as endpoint_id,
                         case when cast(:dimensions as text[]) && array['test_set', 'test_set_id']
                              then n.test_set_id end as test_set_id,
            """
            + timeParts("r") + """
                         count(*) as count,
                         count(*) filter (where r.verdict = 'Pass') as passed,
                         count(*) filter (where r.verdict = 'Fail') as failed,
                         sum(coalesce(r.input_tokens, 0) + coalesce(r.judge_input_tokens, 0)) filter (
                             where 'input_tokens' = any(:measures)) as input_tokens,
                         sum(coalesce(r.output_tokens, 0) + coalesce(r.judge_output_tokens, 0)) filter (
                             where 'output_tokens' = any(:measures)) as output_tokens,
                         array_agg(r.latency_millis) filter (
                             where cast(:measures as text[]) && array['latency_p50', 'latency_p95']
                               and r.verdict <> 'Error' and r.latency_millis is not null) as latencies,
            """ + SPENT + FROM + GROUPED + CONDITIONS + """
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) g
            """ + SUBJECT_NAMES + """
            left join app.status s on s.id = g.status_id
            left join app.tag a on a.id = g.tag_id
            left join app.endpoint b on b.id = g.endpoint_id
            left join app.test_set v on v.id = g.test_set_id
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
            order by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
            limit :limit
            """;

    private static final String IDS = "select distinct t.id\n" + FROM + CONDITIONS + """
              and t.deleted_at is null and t.id is not null
              and (:outcome = 'all' or r.verdict = case :outcome when 'pass' then 'Pass' else 'Fail' end)
            order by t.id
            """;

    static final InsightStatements STATEMENTS = new InsightStatements(COUNTS, IDS);

    private ResultInsights() {}
}
