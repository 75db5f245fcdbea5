package ai.rhesis.backend.portal.insight;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The counts of what metrics said, after review. The verdict before a review is what its override keeps.
@Repository
class MetricInsightRepository implements InsightSource {

    /// The judgements of the living results that a request may see.
    private static final String ROWS = """
            from app.test_result r
            join app.test_result_metric m on m.organization_id = r.organization_id and m.test_result_id = r.id
            left join app.test t on t.organization_id = r.organization_id and t.id = r.test_id
            where r.deleted_at is null
              and (r.test_run_id in (select n.id from app.test_run n where n.deleted_at is null)
                   or r.test_run_id is null
                      and r.test_configuration_id in (select c.id from app.test_configuration c))
              and (cast(:from as timestamptz) is null or r.created_at >= :from)
              and (cast(:until as timestamptz) is null or r.created_at <= :until)
              and (cast(:test_run_ids as uuid[]) is null or r.test_run_id = any(cast(:test_run_ids as uuid[])))
              and (cast(:requirement_ids as uuid[]) is null or t.requirement_id = any(cast(:requirement_ids as uuid[])))
              and (cast(:test_ids as uuid[]) is null or r.test_id = any(cast(:test_ids as uuid[])))
              and (cast(:metric_names as text[]) is null or m.name = any(cast(:metric_names as text[])))
            """;

    private static final String COUNTS = """
            select g.metric_name,
                   g.requirement_id,
                   g.year,
                   g.month,
                   cast(sum(g.count) as bigint) as count,
                   cast(sum(g.passed) as bigint) as passed,
                   cast(sum(g.failed) as bigint) as failed,
                   cast(sum(g.automated_passed) as bigint) as automated_passed,
                   cast(sum(g.automated_failed) as bigint) as automated_failed,
                   cast(sum(g.human_review_count) as bigint) as human_review_count,
                   cast(sum(g.errors) as bigint) as errors,
                   cast(sum(g.latency_sum) as bigint) as latency_sum,
                   cast(sum(g.latency_count) as bigint) as latency_count,
                   cast(sum(g.cost) as bigint) as cost
            from (select case when 'metric_name' = any(:dimensions) then m.name end as metric_name,
                         case when 'requirement_id' = any(:dimensions) then t.requirement_id end as requirement_id,
                         case when 'year' = any(:dimensions)
                              then cast(extract(year from r.created_at at time zone 'UTC') as int) end as year,
                         case when 'month' = any(:dimensions)
                              then cast(extract(month from r.created_at at time zone 'UTC') as int) end as month,
                         count(*) as count,
                         count(*) filter (where m.is_successful) as passed,
                         count(*) filter (where not m.is_successful) as failed,
                         count(*) filter (where case m.details #>> '{override,original_value}'
                                                     when 'true' then true when 'false' then false
                                                     else m.is_successful end) as automated_passed,
                         count(*) filter (where not case m.details #>> '{override,original_value}'
                                                     when 'true' then true when 'false' then false
                                                     else m.is_successful end) as automated_failed,
                         count(*) filter (where jsonb_typeof(m.details -> 'override') = 'object' and m.details -> 'override' <> '{}') as human_review_count,
                         count(*) filter (where m.is_successful is null) as errors,
                         sum(m.duration_millis) as latency_sum,
                         count(m.duration_millis) as latency_count,
                         sum(coalesce(m.cost_micros, 0)) as cost
            """ + ROWS + """
            group by 1, 2, 3, 4) g
            group by 1, 2, 3, 4
            order by 1, 2, 3, 4
            limit :limit
            """;

    private static final String IDS = """
            select distinct t.id
            """ + ROWS + """
              and t.deleted_at is null and t.id is not null
              and (:outcome = 'all' or m.is_successful = (:outcome = 'pass'))
            order by t.id
            """;

    private final JdbcClient database;

    MetricInsightRepository(JdbcClient database) {
        this.database = database;
    }

    @Override
    public InsightEntity entity() {
        return InsightEntity.METRIC;
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
