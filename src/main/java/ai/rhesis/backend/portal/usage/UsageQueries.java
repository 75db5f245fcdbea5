package ai.rhesis.backend.portal.usage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The usage of an organization in its rows.
@Repository
class UsageQueries {

    /// Replaces what was noted at the first end of a run that was taken up again. Replaced results count too. A run
    /// that judges stored outputs again repeats what the target took, and took no more of that.
    private static final String NOTE = """
            insert into app.run_usage as u (test_run_id, period_start, test_executions, model_tokens)
            select :runId, date_trunc('month', now() at time zone 'UTC')::date, count(*),
                   coalesce(sum(case when (r.plan ->> 'is_rescore')::boolean then 0
                                     else coalesce(t.input_tokens, 0)::bigint + coalesce(t.output_tokens, 0) end
                                + coalesce(t.judge_input_tokens, 0) + coalesce(t.judge_output_tokens, 0)), 0)
            from app.test_run r
            join app.test_result t on t.test_run_id = r.id
            where r.id = :runId and r.is_executed
            having count(*) > 0
            on conflict (organization_id, test_run_id) do update
            set test_executions = greatest(u.test_executions, excluded.test_executions),
                model_tokens    = greatest(u.model_tokens, excluded.model_tokens)
            """;
    /// Adds to one of the rows of this month by chance, so that calls at the same time rarely wait for each other.
    private static final String ADD = """
            insert into app.token_usage as u (period_start, slot, model_tokens, generated_tests)
            values (date_trunc('month', now() at time zone 'UTC')::date, floor(random() * 16), :tokens, :tests)
            on conflict (organization_id, period_start, slot) do update
            set model_tokens = u.model_tokens + excluded.model_tokens,
                generated_tests = u.generated_tests + excluded.generated_tests
            """;
    private static final String ADD_SPANS = """
            insert into app.span_usage as u (period_start, slot, spans)
            values (date_trunc('month', now() at time zone 'UTC')::date, floor(random() * 16), :spans)
            on conflict (organization_id, period_start, slot) do update
            set spans = u.spans + excluded.spans
            """;
    private static final String FLOWS = """
            select period_start, sum(test_executions) as test_executions, sum(model_tokens) as model_tokens,
                   sum(generated_tests) as test_generation, sum(tracing_spans) as tracing_spans
            from (select period_start, test_executions, model_tokens, 0 as generated_tests, 0 as tracing_spans
                  from app.run_usage
                  union all
                  select period_start, 0, model_tokens, generated_tests, 0
                  from app.token_usage
                  union all
                  select period_start, 0, 0, 0, spans
                  from app.span_usage) used
            where period_start between :first and :last
            group by period_start
            """;
    private static final String STOCKS = """
            select (select count(*) from app.membership where is_active) as seats,
                   (select count(*) from app.project where deleted_at is null) as projects,
                   (select count(*) from app.endpoint where deleted_at is null) as endpoints
            """;

    private final JdbcClient database;

    UsageQueries(JdbcClient database) {
        this.database = database;
    }

    /// Notes what a run used so far.
    void note(UUID runId) {
        database.sql(NOTE).param("runId", runId).update();
    }

    /// Adds tokens that no run tells, and generated tests, to those of this month.
    void add(long tokens, int tests) {
        database.sql(ADD).param("tokens", tokens).param("tests", tests).update();
    }

    /// Adds spans to those of this month.
    void addSpans(long spans) {
        database.sql(ADD_SPANS).param("spans", spans).update();
    }

    /// Reads the flows of the months in which there were any.
    Map<YearMonth, Map<UsageResource, Long>> flows(YearMonth first, YearMonth last) {
        Map<YearMonth, Map<UsageResource, Long>> flows = new HashMap<>();
        database.sql(FLOWS)
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .query(row -> {
                    flows.put(
                            YearMonth.from(row.getObject("period_start", LocalDate.class)),
                            counts(
                                    row,
                                    UsageResource.TEST_EXECUTIONS,
                                    UsageResource.TRACING_SPANS,
                                    UsageResource.TEST_GENERATION,
                                    UsageResource.MODEL_TOKENS));
                });
        return flows;
    }

    Map<UsageResource, Long> stocks() {
        return database.sql(STOCKS)
                .query((row, number) ->
                        counts(row, UsageResource.SEATS, UsageResource.PROJECTS, UsageResource.ENDPOINTS))
                .single();
    }

    private static Map<UsageResource, Long> counts(ResultSet row, UsageResource... resources) throws SQLException {
        Map<UsageResource, Long> counts = new EnumMap<>(UsageResource.class);
        for (UsageResource resource : resources) {
            counts.put(resource, row.getLong(resource.toString()));
        }
        return counts;
    }
}
