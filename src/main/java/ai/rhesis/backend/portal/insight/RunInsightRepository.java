package ai.rhesis.backend.portal.insight;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The counts of runs by status, set, executor and time.
@Repository
class RunInsightRepository implements InsightSource {

    /// The runs that a request may see. A run without a status is in the status that its state is called.
    private static final String ROWS = """
            from app.test_run n
            left join app.status s on s.organization_id = n.organization_id and s.id = n.status_id
            """;

    /// Sums over the living results of each run, where they are asked for.
    private static final String RESULTS = """
            left join (select r.test_run_id,
                              count(*) filter (where r.verdict = 'Error') as errors,
                              sum(r.latency_millis) as latency_sum, count(r.latency_millis) as latency_count,
                              sum(coalesce(r.cost_micros, 0) + coalesce(r.judge_cost_micros, 0)) as cost
                       from app.test_result r
                       where cast(:measures as text[]) && array['errors', 'latency', 'cost'] and r.deleted_at is null
                         and (cast(:test_run_ids as uuid[]) is null
                              or r.test_run_id = any(cast(:test_run_ids as uuid[])))
                       group by r.test_run_id) e on e.test_run_id = n.id
            """;

    private static final String CONDITIONS = """
            where n.deleted_at is null
              and (cast(:from as timestamptz) is null or n.created_at >= :from)
              and (cast(:until as timestamptz) is null or n.created_at <= :until)
              and (cast(:test_run_ids as uuid[]) is null or n.id = any(cast(:test_run_ids as uuid[])))
              and (cast(:user_ids as uuid[]) is null or n.user_id = any(cast(:user_ids as uuid[])))
              and (cast(:endpoint_ids as uuid[]) is null or n.endpoint_id = any(cast(:endpoint_ids as uuid[])))
              and (cast(:test_set_ids as uuid[]) is null or n.test_set_id = any(cast(:test_set_ids as uuid[])))
              and (cast(:status_names as text[]) is null
                   or coalesce(s.name, n.state) = any(cast(:status_names as text[])))
            """;

    private static final String COUNTS = """
            select g.status,
                   g.test_set,
                   coalesce(p.name, p.email) as executor,
                   g.year,
                   g.month,
                   cast(sum(g.count) as bigint) as count,
                   cast(sum(g.passed) as bigint) as passed,
                   cast(sum(g.failed) as bigint) as failed,
                   cast(sum(g.errors) as bigint) as errors,
                   cast(sum(g.latency_sum) as bigint) as latency_sum,
                   cast(sum(g.latency_count) as bigint) as latency_count,
                   cast(sum(g.cost) as bigint) as cost
            from (select case when 'status' = any(:dimensions) then coalesce(s.name, n.state) end as status,
                         case when 'test_set' = any(:dimensions) then coalesce(n.test_set_name, v.name) end as test_set,
                         case when cast(:dimensions as text[]) && array['executor'] then n.user_id end as user_id,
                         case when 'year' = any(:dimensions)
                              then cast(extract(year from n.created_at at time zone 'UTC') as int) end as year,
                         case when 'month' = any(:dimensions)
                              then cast(extract(month from n.created_at at time zone 'UTC') as int) end as month,
                         count(*) as count,
                         count(*) filter (where n.state = 'Completed') as passed,
                         count(*) filter (where n.state = 'Failed') as failed,
                         coalesce(sum(e.errors), 0) as errors,
                         coalesce(sum(e.latency_sum), 0) as latency_sum,
                         coalesce(sum(e.latency_count), 0) as latency_count,
                         coalesce(sum(e.cost), 0) as cost
            """
            + ROWS
            + RESULTS
            + "left join app.test_set v on v.organization_id = n.organization_id and v.id = n.test_set_id\n"
            + CONDITIONS
            + """
            group by 1, 2, 3, 4, 5) g
            left join app.membership p on p.user_id = g.user_id
            group by 1, 2, 3, 4, 5
            order by 1, 2, 3, 4, 5
            limit :limit
            """;

    private static final String IDS = """
            select n.id
            """ + ROWS + CONDITIONS + """
            order by n.id
            """;

    private final JdbcClient database;

    RunInsightRepository(JdbcClient database) {
        this.database = database;
    }

    @Override
    public InsightEntity entity() {
        return InsightEntity.TEST_RUN;
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
