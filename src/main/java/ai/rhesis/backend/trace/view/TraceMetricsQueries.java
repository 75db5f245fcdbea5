package ai.rhesis.backend.trace.view;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Figures over the spans of a project.
@Repository
class TraceMetricsQueries {

    /// One pass over the spans, for all of them and for each kind of work. The times of traces, which enclose
    /// those of their spans, keep it to the traces in question.
    private static final String FIGURES = """
            select grouping(s.operation) = 1 as is_total, coalesce(s.operation, 'unknown') as operation, count(*) as spans,
                   count(distinct s.trace_key) as traces, count(*) filter (where s.status_code = 'ERROR') as errors,
                   sum(s.total_tokens) filter (where s.operation is distinct from 'agent.invoke') as tokens,
                   sum(s.cost_nanos) filter (where s.operation is distinct from 'agent.invoke') as nanos,
                   avg(s.millis) as average,
                   percentile_cont(array[0.5, 0.95, 0.99]) within group (order by s.millis) as percentiles
            from app.trace t
            cross join lateral (
                select s.*, extract(epoch from (s.end_time - s.start_time))::float8 * 1000 as millis
                from app.span s
                where s.trace_key = t.id
                  and (cast(:environment as text) is null or s.environment = :environment)
                  and (cast(:after as timestamptz) is null or s.start_time >= :after)
                  and (cast(:before as timestamptz) is null or s.start_time <= :before)) s
            where t.project_id = :projectId
              and (cast(:after as timestamptz) is null or t.end_time >= :after)
              and (cast(:before as timestamptz) is null or t.start_time <= :before)
            group by grouping sets ((), (s.operation))
            """;

    private final JdbcClient database;

    TraceMetricsQueries(JdbcClient database) {
        this.database = database;
    }

    /// Returns the figures over all spans and those of each kind of work.
    ///
    /// @param conditions `environment`, `after` and `before`; null for all
    List<SpanFigures> figures(UUID projectId, Map<String, @Nullable Object> conditions) {
        return database.sql(FIGURES)
                .params(conditions)
                .param("projectId", projectId)
                .query((row, number) -> SpanFigures.of(row))
                .list();
    }
}
