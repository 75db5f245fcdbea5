package ai.rhesis.backend.portal.insight;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The counts of tests with their outcomes, including those that were never run.
@Repository
class TestInsightRepository implements InsightSource {

    /// Sums over the living results of each test, where they are asked for.
    private static final String RESULTS = """
            left join (select x.test_id, count(x.test_run_id) as run_count, sum(x.passed) as passed, sum(x.failed) as failed,
                              sum(x.errors) as errors, sum(x.latency_sum) as latency_sum,
                              sum(x.latency_count) as latency_count, sum(x.cost) as cost
                       from (select r.test_id, r.test_run_id,
                                    count(*) filter (where r.verdict = 'Pass') as passed,
                                    count(*) filter (where r.verdict = 'Fail') as failed,
                                    count(*) filter (where r.verdict = 'Error') as errors,
                                    sum(r.latency_millis) as latency_sum, count(r.latency_millis) as latency_count,
                                    sum(coalesce(r.cost_micros, 0) + coalesce(r.judge_cost_micros, 0)) as cost
                             from app.test_result r
                             where (cast(:measures as text[]) <> array['count']
                                    or 'is_unrun' = any(:dimensions))
                               and r.deleted_at is null
                               and (r.test_run_id in (select n.id from app.test_run n where n.deleted_at is null)
                                    or r.test_run_id is null
                                                        and r.test_configuration_id in (select c.id from app.test_configuration c))
                               and (cast(:test_ids as uuid[]) is null or r.test_id = any(cast(:test_ids as uuid[])))
                             group by r.test_id, r.test_run_id) x
                       group by x.test_id) e on e.test_id = t.id
            """;

    private static final String CONDITIONS = """
            where t.deleted_at is null
              and (cast(:from as timestamptz) is null or t.created_at >= :from)
              and (cast(:until as timestamptz) is null or t.created_at <= :until)
              and (cast(:test_ids as uuid[]) is null or t.id = any(cast(:test_ids as uuid[])))
              and (cast(:status_ids as uuid[]) is null or t.status_id = any(cast(:status_ids as uuid[])))
              and (cast(:requirement_ids as uuid[]) is null or t.requirement_id = any(cast(:requirement_ids as uuid[])))
              and (cast(:category_ids as uuid[]) is null or t.category_id = any(cast(:category_ids as uuid[])))
              and (cast(:topic_ids as uuid[]) is null or t.topic_id = any(cast(:topic_ids as uuid[])))
              and (cast(:test_type_ids as uuid[]) is null or t.test_type_id = any(cast(:test_type_ids as uuid[])))
              and (cast(:user_ids as uuid[]) is null or t.user_id = any(cast(:user_ids as uuid[])))
              and (cast(:assignee_ids as uuid[]) is null or t.assignee_id = any(cast(:assignee_ids as uuid[])))
              and (cast(:owner_ids as uuid[]) is null or t.owner_id = any(cast(:owner_ids as uuid[])))
              and (cast(:prompt_ids as uuid[]) is null or t.prompt_id = any(cast(:prompt_ids as uuid[])))
              and (cast(:test_set_ids as uuid[]) is null
                   or t.id in (select m.test_id
                                    from app.test_set_test m
                                    join app.test_set u on u.id = m.test_set_id and u.deleted_at is null
                                    where m.test_set_id = any(cast(:test_set_ids as uuid[]))))
              and (cast(:tags as text[]) is null
                   or t.id in (select i.entity_id
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
                   g.test_type_id,
                   g.status_id,
                   g.is_unrun,
                   g.year,
                   g.month,
                   cast(sum(g.count) as bigint) as count,
                   cast(sum(g.passed) as bigint) as passed,
                   cast(sum(g.failed) as bigint) as failed,
                   cast(sum(g.unrun_count) as bigint) as unrun_count,
                   cast(sum(g.run_count) as bigint) as run_count,
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
                         case when 'test_type_id' = any(:dimensions) then t.test_type_id end as test_type_id,
                         case when 'status_id' = any(:dimensions) then t.status_id end as status_id,
                         case when 'is_unrun' = any(:dimensions) then e.test_id is null end as is_unrun,
                         case when 'year' = any(:dimensions)
                              then cast(extract(year from t.created_at at time zone 'UTC') as int) end as year,
                         case when 'month' = any(:dimensions)
                              then cast(extract(month from t.created_at at time zone 'UTC') as int) end as month,
                         count(*) as count,
                         coalesce(sum(e.passed), 0) as passed,
                         coalesce(sum(e.failed), 0) as failed,
                         count(*) filter (where e.test_id is null) as unrun_count,
                         coalesce(sum(e.run_count), 0) as run_count,
                         coalesce(sum(e.errors), 0) as errors,
                         coalesce(sum(e.latency_sum), 0) as latency_sum,
                         coalesce(sum(e.latency_count), 0) as latency_count,
                         coalesce(sum(e.cost), 0) as cost
            from app.test t
            """ + RESULTS + CONDITIONS + """
            group by 1, 2, 3, 4, 5, 6, 7, 8) g
            left join app.requirement q on q.id = g.requirement_id
            left join app.category c on c.id = g.category_id
            left join app.topic o on o.id = g.topic_id
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
            order by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
            limit :limit
            """;

    private static final String IDS = """
            select t.id
            from app.test t
            """ + CONDITIONS + """
            order by t.id
            """;

    private final JdbcClient database;

    TestInsightRepository(JdbcClient database) {
        this.database = database;
    }

    @Override
    public InsightEntity entity() {
        return InsightEntity.TEST;
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
        return database.sql(IDS).params(question.parameters()).query(UUID.class).list();
    }
}
