package ai.rhesis.backend.portal.insight;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The counts of results by test, run, status and time.
@Repository
class ResultInsightRepository implements InsightSource {

    /// The living results of living runs, or of no run, that a request may see, with the tests that they are of.
    private static final String ROWS = """
            from app.test_result r
            left join app.test t on t.organization_id = r.organization_id and t.id = r.test_id
            where r.deleted_at is null
              and (r.test_run_id in (select n.id from app.test_run n where n.deleted_at is null)
                   or r.test_run_id is null
                      and r.test_configuration_id in (select c.id from app.test_configuration c))
              and (cast(:from as timestamptz) is null or r.created_at >= :from)
              and (cast(:until as timestamptz) is null or r.created_at <= :until)
              and (cast(:test_run_ids as uuid[]) is null or r.test_run_id = any(cast(:test_run_ids as uuid[])))
              and (cast(:status_ids as uuid[]) is null or r.status_id = any(cast(:status_ids as uuid[])))
              and (cast(:test_ids as uuid[]) is null or r.test_id = any(cast(:test_ids as uuid[])))
              and (cast(:requirement_ids as uuid[]) is null or t.requirement_id = any(cast(:requirement_ids as uuid[])))
              and (cast(:category_ids as uuid[]) is null or t.category_id = any(cast(:category_ids as uuid[])))
              and (cast(:topic_ids as uuid[]) is null or t.topic_id = any(cast(:topic_ids as uuid[])))
              and (cast(:test_type_ids as uuid[]) is null or t.test_type_id = any(cast(:test_type_ids as uuid[])))
              and (cast(:user_ids as uuid[]) is null or t.user_id = any(cast(:user_ids as uuid[])))
              and (cast(:assignee_ids as uuid[]) is null or t.assignee_id = any(cast(:assignee_ids as uuid[])))
              and (cast(:owner_ids as uuid[]) is null or t.owner_id = any(cast(:owner_ids as uuid[])))
              and (cast(:prompt_ids as uuid[]) is null or t.prompt_id = any(cast(:prompt_ids as uuid[])))
              and (cast(:test_set_ids as uuid[]) is null
                   or r.test_id in (select m.test_id
                                    from app.test_set_test m
                                    join app.test_set u on u.id = m.test_set_id and u.deleted_at is null
                                    where m.test_set_id = any(cast(:test_set_ids as uuid[]))))
              and (cast(:tags as text[]) is null
                   or r.test_id in (select i.entity_id
                                    from app.tagged_item i
                                    join app.tag a on a.id = i.tag_id and a.deleted_at is null
                                    where i.entity_type = 'Test' and a.name = any(cast(:tags as text[]))))
            """;

    private static final String COUNTS = """
            select case when 'requirement' = any(:dimensions) then q.name end as requirement,
                   case when 'requirement_id' = any(:dimensions) then g.requirement_id end as requirement_id,
                   case when 'category' = any(:dimensions) then c.name end as category,
                   case when 'category_id' = any(:dimensions) then g.category_id end as category_id,
                   case when 'topic' = any(:dimensions) then o.name end as topic,
                   case when 'topic_id' = any(:dimensions) then g.topic_id end as topic_id,
                   g.test_run,
                   s.name as status,
                   g.year,
                   g.month,
                   cast(sum(g.count) as bigint) as count,
                   cast(sum(g.passed) as bigint) as passed,
                   cast(sum(g.failed) as bigint) as failed,
                   cast(sum(g.errors) as bigint) as errors,
                   cast(sum(g.latency_sum) as bigint) as latency_sum,
                   cast(sum(g.latency_count) as bigint) as latency_count,
                   cast(sum(g.cost) as bigint) as cost
            from (select case when cast(:dimensions as text[]) && array['requirement', 'requirement_id']
                        then t.requirement_id end as requirement_id,
                         case when cast(:dimensions as text[]) && array['category', 'category_id']
                              then t.category_id end as category_id,
                         case when cast(:dimensions as text[]) && array['topic', 'topic_id']
                              then t.topic_id end as topic_id,
                         case when 'test_run' = any(:dimensions) then r.test_run_id end as test_run,
                         case when cast(:dimensions as text[]) && array['status'] then r.status_id end as status_id,
                         case when 'year' = any(:dimensions)
                              then cast(extract(year from r.created_at at time zone 'UTC') as int) end as year,
                         case when 'month' = any(:dimensions)
                              then cast(extract(month from r.created_at at time zone 'UTC') as int) end as month,
                         count(*) as count,
                         count(*) filter (where r.verdict = 'Pass') as passed,
                         count(*) filter (where r.verdict = 'Fail') as failed,
                         count(*) filter (where r.verdict = 'Error') as errors,
                         sum(r.latency_millis) as latency_sum,
                         count(r.latency_millis) as latency_count,
                         sum(coalesce(r.cost_micros, 0) + coalesce(r.judge_cost_micros, 0)) as cost
            """ + ROWS + """
            group by 1, 2, 3, 4, 5, 6, 7) g
            left join app.requirement q on q.id = g.requirement_id
            left join app.category c on c.id = g.category_id
            left join app.topic o on o.id = g.topic_id
            left join app.status s on s.id = g.status_id
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
            order by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
            limit :limit
            """;

    private static final String IDS = """
            select distinct t.id
            """ + ROWS + """
              and t.deleted_at is null and t.id is not null
              and (:outcome = 'all' or r.verdict = case :outcome when 'pass' then 'Pass' else 'Fail' end)
            order by t.id
            """;

    private final JdbcClient database;

    ResultInsightRepository(JdbcClient database) {
        this.database = database;
    }

    @Override
    public InsightEntity entity() {
        return InsightEntity.TEST_RESULT;
    }

    @Override
    public List<Map<String, @Nullable Object>> count(InsightQuestion question) {
        return database.sql(COUNTS)
                .params(question.groupedParameters())
                .query((row, number) -> InsightRow.read(question, row))
                .list();
    }

    @Override
    public List<UUID> ids(InsightQuestion question, InsightOutcome outcome) {
        return database.sql(IDS)
                .params(question.parameters())
                .param("outcome", outcome.toString())
                .query(UUID.class)
                .list();
    }
}
