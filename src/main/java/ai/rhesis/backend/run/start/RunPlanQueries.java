package ai.rhesis.backend.run.start;

import ai.rhesis.backend.metric.metric.MetricSnapshot;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The pinned target, models, options and metrics of a run.
@Repository
public class RunPlanQueries {

    private static final String PLAN = "select plan from app.test_run where id = :runId and is_executed";
    private static final String PIN_PLAN = "update app.test_run set plan = cast(:plan as jsonb) where id = :runId";
    private static final String PIN_METRICS = """
            insert into app.test_run_metric (test_run_id, metric_id, position, name, scopes, requirement_ids, snapshot)
            select :runId, n.metric_id, n.place, n.name, cast(n.scopes as text[]), cast(n.requirement_ids as uuid[]),
                   cast(n.snapshot as jsonb)
            from unnest(cast(:ids as uuid[]), cast(:names as text[]), cast(:scopes as text[]),
                        cast(:requirementIds as text[]), cast(:snapshots as text[])) with ordinality
                 as n (metric_id, name, scopes, requirement_ids, snapshot, place)
            """;
    private static final String METRICS = """
            select snapshot
            from app.test_run_metric
            where test_run_id = :runId
            order by position
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    RunPlanQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Reads the plan of a run; null where a client keeps the run.
    public @Nullable RunPlan plan(UUID runId) {
        return database.sql(PLAN)
                .param("runId", runId)
                .query(String.class)
                .optional()
                .map(plan -> json.readValue(plan, RunPlan.class))
                .orElse(null);
    }

    void pin(UUID runId, RunPlan plan, PinnedMetrics metrics) {
        database.sql(PIN_PLAN)
                .param("runId", runId)
                .param("plan", json.writeValueAsString(plan))
                .update();
        database.sql(PIN_METRICS)
                .paramSource(PinnedMetricColumns.of(runId, metrics, json))
                .update();
    }

    /// Returns the metrics that a run pinned.
    public Map<UUID, MetricSnapshot> metrics(UUID runId) {
        return database.sql(METRICS).param("runId", runId).query(String.class).list().stream()
                .map(snapshot -> json.readValue(snapshot, MetricSnapshot.class))
                .collect(Collectors.toMap(MetricSnapshot::id, Function.identity()));
    }
}
