package ai.rhesis.backend.testresult;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import ai.rhesis.backend.persistence.Columns;
import ai.rhesis.backend.target.Usage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What belongs to results: what the metrics said, the tests that they are of, their place in a run.
@Repository
class TestResultDetailRepository {

    private static final String SCORES = """
            select m.*
            from app.test_result_metric m
            where m.test_result_id = any(cast(:ids as uuid[]))
            order by m.test_result_id, m.position
            """;
    private static final String TESTED = """
            select t.id as result_id, t.tested_id as id, t.name, t.input, t.expected,
                   t.script is not null as is_multi_turn, t.requirement, t.category, t.topic
            from app.tested_result t
            where t.id = any(cast(:ids as uuid[])) and not t.is_of_nothing
            """;
    private static final String REPLACE = """
            with former as (
                delete from app.test_result_metric where test_result_id = :resultId and not (name = any(cast(:names as text[]))))
            insert into app.test_result_metric as m (
                test_result_id, name, position, metric_id, score, category, is_successful, threshold, reason, error,
                error_type, duration_millis, details)
            select :resultId, n.name, n.place, n.metric_id, n.score, n.category, n.is_successful, n.threshold, n.reason,
                   n.error, n.error_type, n.duration_millis, cast(n.details as jsonb)
            from unnest(cast(:names as text[]), cast(:metricIds as uuid[]), cast(:scores as float8[]),
                        cast(:categories as text[]), cast(:successes as bool[]), cast(:thresholds as float8[]),
                        cast(:reasons as text[]), cast(:errors as text[]), cast(:errorTypes as text[]),
                        cast(:durations as bigint[]), cast(:details as text[])) with ordinality
                 as n (name, metric_id, score, category, is_successful, threshold, reason, error, error_type,
                       duration_millis, details, place)
            on conflict (organization_id, test_result_id, name) do update
            set position = excluded.position, metric_id = excluded.metric_id, score = excluded.score,
                category = excluded.category, is_successful = excluded.is_successful, threshold = excluded.threshold,
                reason = excluded.reason, error = excluded.error, error_type = excluded.error_type,
                duration_millis = excluded.duration_millis, details = excluded.details
            """;
    private static final String NEXT_POSITION = """
            update app.test_run
            set last_position = last_position + 1
            where id = :runId and not is_executed and deleted_at is null
            returning last_position
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    TestResultDetailRepository(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Map<UUID, List<MetricScore>> scores(Collection<UUID> resultIds) {
        return database
                .sql(SCORES)
                .param("ids", resultIds.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("test_result_id", UUID.class), score(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private MetricScore score(ResultSet row) throws SQLException {
        String details = row.getString("details");
        return new MetricScore(
                row.getString("name"),
                row.getObject("metric_id", UUID.class),
                row.getObject("score", Double.class),
                row.getString("category"),
                row.getObject("is_successful", Boolean.class),
                row.getObject("threshold", Double.class),
                row.getString("reason"),
                row.getString("error"),
                row.getString("error_type"),
                row.getObject("duration_millis", Long.class),
                new Usage(
                        row.getObject("input_tokens", Integer.class),
                        row.getObject("output_tokens", Integer.class),
                        row.getObject("cost_micros", Long.class)),
                details == null ? null : json.readTree(details));
    }

    Map<UUID, TestedView> tested(Collection<UUID> resultIds) {
        Map<UUID, TestedView> tested = new HashMap<>();
        database.sql(TESTED).param("ids", resultIds.toArray(UUID[]::new)).query(row -> {
            TestedView view = tested(row);
            tested.put(view.resultId(), view);
        });
        return tested;
    }

    private static TestedView tested(ResultSet row) throws SQLException {
        return new TestedView(
                row.getObject("result_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("input"),
                row.getString("expected"),
                row.getBoolean("is_multi_turn"),
                row.getString("requirement"),
                row.getString("category"),
                row.getString("topic"));
    }

    void replaceScores(UUID resultId, List<MetricScore> scores) {
        database.sql(REPLACE)
                .param("resultId", resultId)
                .param("names", Columns.texts(scores, MetricScore::name))
                .param("metricIds", Columns.uuids(scores, MetricScore::metricId))
                .param("scores", scores.stream().map(MetricScore::score).toArray(Double[]::new))
                .param("categories", Columns.texts(scores, MetricScore::category))
                .param("successes", scores.stream().map(MetricScore::successful).toArray(Boolean[]::new))
                .param("thresholds", scores.stream().map(MetricScore::threshold).toArray(Double[]::new))
                .param("reasons", Columns.texts(scores, MetricScore::reason))
                .param("errors", Columns.texts(scores, MetricScore::error))
                .param("errorTypes", Columns.texts(scores, MetricScore::errorType))
                .param(
                        "durations",
                        scores.stream().map(MetricScore::durationMillis).toArray(Long[]::new))
                .param("details", Columns.texts(scores, TestResultDetailRepository::details))
                .update();
    }

    private static @Nullable String details(MetricScore score) {
        return score.details() == null ? null : score.details().toString();
    }

    /// The next position in a run that a client keeps; null when there is no such run.
    @Nullable
    Long nextPosition(UUID runId) {
        return database.sql(NEXT_POSITION)
                .param("runId", runId)
                .query(Long.class)
                .optional()
                .orElse(null);
    }
}
