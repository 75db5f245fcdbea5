package ai.rhesis.backend.run.calibration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The judgements of metrics beside what people said of the same results.
@Repository
class CalibrationQueries {

    /// A review of the metric counts, and one of the whole result where this metric alone judged it. Of one
    /// person the newest counts.
    private static final String LABELS = """
            with judged as (
                select r.id, r.test_run_id, m.name, r.created_at >= cast(:changedAt as timestamptz) as is_unchanged,
                       case when m.is_overridden then m.automatic_success else m.is_successful end as judge,
                       (select count(*) from app.test_result_metric x where x.test_result_id = r.id) = 1 as is_alone
                from app.test_result r
                join app.test_result_metric m on m.test_result_id = r.id and m.metric_id = :metricId
                where r.automatic_verdict is not null and r.deleted_at is null
                  and (cast(:runs as uuid[]) is null or r.test_run_id = any(cast(:runs as uuid[])))),
            said as (
                select distinct on (j.id, v.user_id) j.id, v.user_id, v.rating
                from judged j
                join app.review v on v.test_result_id = j.id
                                 and (v.target_type = 'metric' and v.reference = j.name
                                      or v.target_type = 'test_result' and j.is_alone)
                where j.judge is not null
                order by j.id, v.user_id, v.judged_at desc, v.id desc),
            voted as (
                select id, count(*) filter (where rating = 'Pass') as passes, count(*) filter (where rating = 'Fail') as fails
                from said
                group by id)
            select k.snapshot::text as metric,
                   case when k.snapshot ->> 'model_id' is null then u.plan -> 'judge'
                        else u.plan -> 'judges' -> (k.snapshot ->> 'model_id') end::text as model,
                   j.is_unchanged, j.judge, v.passes, v.fails, coalesce(q.selection, 'outside') as selection,
                   count(*) as times
            from voted v
            join judged j on j.id = v.id
            left join app.test_run u on u.id = j.test_run_id
            left join app.test_run_metric k on k.test_run_id = j.test_run_id and k.metric_id = :metricId
            left join lateral (
                select min(w.selection) as selection
                from app.queue_rating w0
                join app.review_queue w on w.id = w0.review_queue_id
                where w0.test_result_id = j.id and w0.rating is not null) q on true
            group by 1, 2, 3, 4, 5, 6, 7
            """;
    private static final String JUDGES = """
            select k.metric_id, k.name, k.snapshot::text as metric,
                   case when k.snapshot ->> 'model_id' is null then u.plan -> 'judge'
                        else u.plan -> 'judges' -> (k.snapshot ->> 'model_id') end::text as model
            from app.test_run_metric k
            join app.test_run u on u.id = k.test_run_id
            where k.test_run_id = :runId and k.snapshot ->> 'backend_type' <> 'rhesis'
            order by k.name
            """;
    /// The metrics that a client said to have judged by, and that no plan of a run pinned.
    private static final String KEPT_JUDGES = """
            select distinct m.id, m.name
            from app.test_result r
            join app.test_result_metric s on s.test_result_id = r.id
            join app.metric m on m.id = s.metric_id
            where r.test_run_id = :runId and r.deleted_at is null
              and not exists (select 1 from app.test_run_metric k where k.test_run_id = :runId and k.metric_id = m.id)
            order by m.name, m.id
            """;
    private static final String LAST_JUDGE = """
            select u.plan -> 'judge' ->> 'id'
            from app.test_run_metric k
            join app.test_run u on u.id = k.test_run_id
            where k.metric_id = :metricId and u.plan -> 'judge' ->> 'id' is not null
              and (cast(:runs as uuid[]) is null or u.id = any(cast(:runs as uuid[])))
            order by u.created_at desc, u.id desc
            limit 1
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    CalibrationQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// @param runs the runs whose results count; null for all
    /// @param changedAt the moment since which judgements that clients keep are those of the judge as it is
    List<Label> labels(UUID metricId, @Nullable Collection<UUID> runs, Instant changedAt) {
        return database.sql(LABELS)
                .param("metricId", metricId)
                .param("runs", runs == null ? null : runs.toArray(UUID[]::new))
                .param("changedAt", Timestamp.from(changedAt))
                .query((row, number) -> label(row))
                .list();
    }

    /// Returns the metrics of a run that no assertion of this service is, as they were pinned.
    List<PinnedJudge> judges(UUID runId) {
        return database.sql(JUDGES)
                .param("runId", runId)
                .query((row, number) -> new PinnedJudge(
                        row.getObject("metric_id", UUID.class),
                        row.getString("name"),
                        new JudgeDefinition(read(row.getString("metric")), read(row.getString("model")))))
                .list();
    }

    /// Returns the metrics by which a client judged results that it keeps in a run.
    List<KeptJudge> keptJudges(UUID runId) {
        return database.sql(KEPT_JUDGES)
                .param("runId", runId)
                .query((row, number) -> new KeptJudge(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    /// Returns the model that last judged for a metric without one of its own.
    Optional<UUID> lastJudge(UUID metricId, @Nullable Collection<UUID> runs) {
        return database.sql(LAST_JUDGE)
                .param("metricId", metricId)
                .param("runs", runs == null ? null : runs.toArray(UUID[]::new))
                .query(UUID.class)
                .optional();
    }

    private Label label(ResultSet row) throws SQLException {
        JsonNode metric = read(row.getString("metric"));
        return new Label(
                metric == null ? null : new JudgeDefinition(metric, read(row.getString("model"))),
                row.getBoolean("is_unchanged"),
                row.getBoolean("judge"),
                row.getLong("passes"),
                row.getLong("fails"),
                row.getString("selection"),
                row.getLong("times"));
    }

    private @Nullable JsonNode read(@Nullable String text) {
        return text == null ? null : json.readTree(text);
    }

    /// A metric as a run pinned it.
    record PinnedJudge(UUID metricId, String name, JudgeDefinition definition) {}

    record KeptJudge(UUID metricId, String name) {}
}
