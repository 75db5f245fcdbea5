package ai.rhesis.backend.trace.view.figures;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Figures over the traces of a project, and over their spans.
@Repository
class TraceMetricsQueries {

    private static final String PLAN_FOR_VALUES = "set local plan_cache_mode = force_custom_plan";

    /// The conditions on traces, whose times enclose those of their spans.
    private static final String IN_TIME = """
            where t.project_id = :projectId
              and (cast(:after as timestamptz) is null or t.end_time >= :after)
              and (cast(:before as timestamptz) is null or t.start_time <= :before)
            """;
    private static final String SUMS = """
            select count(*) filter (where of_environment) as traces,
                   coalesce(sum(t.span_count) filter (where of_environment), 0) as spans,
                   coalesce(sum(t.error_count) filter (where of_environment), 0) as errors,
                   coalesce(sum(t.total_tokens) filter (where of_environment), 0) as tokens,
                   coalesce(sum(t.cost_nanos) filter (where of_environment), 0) as cost_nanos,
                   coalesce(sum(t.span_count), 0) as spans_in_time
            from app.trace t
            cross join lateral (
                select cast(:environment as text) is null or t.environment = :environment as of_environment) e
            """ + IN_TIME;

    /// One pass over the spans, for all of them and for each kind of work: of all traces, or of so many
    /// whose root is of the environment, as a hash chooses them.
    private static final String FIGURES = """
            select grouping(s.operation) = 1 as is_total, coalesce(s.operation, 'unknown') as operation, count(*) as spans,
                   count(distinct s.trace_key) as traces, count(*) filter (where s.status_code = 'ERROR') as errors,
                   sum(s.total_tokens) as tokens,
                   sum(s.cost_nanos) as nanos,
                   avg(s.millis) as average,
                   percentile_cont(array[0.5, 0.95, 0.99]) within group (order by s.millis) as percentiles
            from (select t.id
                  from app.trace t
            """ + IN_TIME + """
                    and (cast(:maxTraces as bigint) is null or cast(:environment as text) is null
                         or t.environment = :environment)
                  order by uuid_hash(t.id)
                  limit :maxTraces) t
            cross join lateral (
                select s.*, extract(epoch from (s.end_time - s.start_time))::float8 * 1000 as millis
                from app.span s
                where s.trace_key = t.id
                  and (cast(:environment as text) is null or s.environment = :environment)
                  and (cast(:after as timestamptz) is null or s.start_time >= :after)
                  and (cast(:before as timestamptz) is null or s.start_time <= :before)
                offset 0) s
            group by grouping sets ((), (s.operation))
            """;

    private final JdbcClient database;

    TraceMetricsQueries(JdbcClient database) {
        this.database = database;
    }

    /// Has the database plan the further statements of this transaction for their values.
    void planForValues() {
        database.sql(PLAN_FOR_VALUES).update();
    }

    /// Adds up what the rows of traces tell of their spans.
    ///
    /// @param conditions `environment`, `after` and `before`; null for all
    TraceSums sums(UUID projectId, Map<String, @Nullable Object> conditions) {
        return database.sql(SUMS)
                .params(conditions)
                .param("projectId", projectId)
                .query(TraceSums.class)
                .single();
    }

    /// Returns the figures over all spans and those of each kind of work.
    ///
    /// @param maxTraces the number of traces whose spans are read; null for all
    /// @param conditions `environment`, `after` and `before`; null for all
    List<SpanFigures> figures(UUID projectId, @Nullable Long maxTraces, Map<String, @Nullable Object> conditions) {
        return database.sql(FIGURES)
                .params(conditions)
                .param("projectId", projectId)
                .param("maxTraces", maxTraces)
                .query((row, number) -> SpanFigures.of(row))
                .list();
    }
}
