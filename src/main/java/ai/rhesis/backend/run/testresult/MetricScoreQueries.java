package ai.rhesis.backend.run.testresult;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.platform.persistence.Times;
import ai.rhesis.backend.run.review.VerdictOverride;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The judgements of metrics about results.
@Repository
class MetricScoreQueries {

    /// A metric is described as the run pinned it; of a result that a client keeps, as it is now.
    private static final String OF_RESULTS = """
            select m.*,
                   coalesce(p.snapshot ->> 'class_name', x.class_name) as class_name,
                   coalesce(p.snapshot ->> 'backend_type', x.backend) as backend,
                   coalesce(p.snapshot ->> 'description', x.description) as description,
                   v.id as review_id, v.user_id as reviewer_id, v.judged_at
            from app.test_result_metric m
            join app.test_result r on r.id = m.test_result_id
            left join app.test_run_metric p on p.test_run_id = r.test_run_id and p.metric_id = m.metric_id
            left join app.metric x on x.id = m.metric_id
            left join lateral (
                select v.id, v.user_id, v.judged_at
                from app.review v
                where m.is_overridden and v.test_result_id = m.test_result_id and v.target_type = 'metric'
                  and v.reference = m.name
                order by v.judged_at desc, v.id desc
                limit 1) v on true
            where m.test_result_id = any(cast(:ids as uuid[]))
            order by m.test_result_id, m.position
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
                duration_millis = excluded.duration_millis, details = excluded.details,
                is_overridden = false, automatic_success = null
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    MetricScoreQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Finds the scores by the id of the result, in the order in which the metrics judge.
    Map<UUID, List<MetricScore>> find(Collection<UUID> resultIds) {
        return database
                .sql(OF_RESULTS)
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
                details == null ? null : json.readTree(details),
                new MetricLabel(row.getString("class_name"), row.getString("backend"), row.getString("description")),
                override(row));
    }

    private static @Nullable VerdictOverride override(ResultSet row) throws SQLException {
        UUID reviewId = row.getObject("review_id", UUID.class);
        return reviewId == null
                ? null
                : VerdictOverride.of(
                        row.getObject("automatic_success", Boolean.class),
                        reviewId,
                        row.getObject("reviewer_id", UUID.class),
                        Times.of(row, "judged_at"));
    }

    /// Makes these what was said of a result, and nothing else.
    void replace(UUID resultId, List<MetricScore> scores) {
        database.sql(REPLACE)
                .paramSource(MetricScoreColumns.of(resultId, scores))
                .update();
    }
}
