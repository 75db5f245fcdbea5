package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.statistics.Cluster;
import ai.rhesis.backend.platform.statistics.SignedRanks;
import ai.rhesis.backend.run.comparison.ComparedMetrics.Match;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Reads the metrics of two runs and sums up their paired scores.
@Repository
class MetricSampleRepository {

    private static final String METRICS = """
            select m.name, any_value(m.metric_id) as id, any_value(k.snapshot ->> 'score_type') as score_type,
                   any_value(((k.snapshot - '{id,metric_scope}'::text[])
                       || jsonb_build_object('judge', case when k.snapshot ->> 'model_id' is null then r.plan -> 'judge'
                                                           else r.plan -> 'judges' -> (k.snapshot ->> 'model_id') end))
                       ::text) as definition,
                   coalesce(bool_or(m.score not in (0, 1)), false) as is_graded
            from app.test_result t
            join app.test_run r on r.id = t.test_run_id
            join app.test_result_metric m on m.test_result_id = t.id
            left join app.test_run_metric k on k.test_run_id = r.id and k.metric_id = m.metric_id
            where t.test_run_id = :run and t.deleted_at is null
            group by m.name
            order by m.name
            """;
    private static final String SCORES = """
            with wanted as (
                select * from unnest(cast(:places as int[]), cast(:candidateNames as text[]), cast(:baselineNames as text[]),
                                     cast(:numeric as boolean[])) as w (place, c_name, b_name, is_numeric)),
            c as (
                select w.place, r.tested_id, avg(m.score) as score, bool_and(coalesce(m.is_successful, false)) as passes,
                       avg(case when m.is_successful then 1.0 else 0 end) as share, count(*) as n
                from wanted w
                join app.test_result_metric m on m.name = w.c_name
                join app.test_result r on r.id = m.test_result_id
                where r.test_run_id = :candidate and r.deleted_at is null
                group by w.place, r.tested_id),
            b as (
                select w.place, r.tested_id, avg(m.score) as score, bool_and(coalesce(m.is_successful, false)) as passes,
                       avg(case when m.is_successful then 1.0 else 0 end) as share, count(*) as n
                from wanted w
                join app.test_result_metric m on m.name = w.b_name
                join app.test_result r on r.id = m.test_result_id
                where r.test_run_id = :baseline and r.deleted_at is null
                group by w.place, r.tested_id),
            scored as (
                select w.place, w.is_numeric, p.position, p.test_id,
                       case when w.is_numeric then c.score when :byOutcome then coalesce(c.passes, false)::int
                            else coalesce(c.share, 0) end::double precision as c,
                       case when w.is_numeric then b.score when :byOutcome then coalesce(b.passes, false)::int
                            else coalesce(b.share, 0) end::double precision as b,
                       case :kind when 'topic' then t.topic when 'category' then t.category
                                  when 'requirement' then t.requirement
                                  when 'metadata' then t.metadata ->> cast(:key as text) end as cluster
                from wanted w
                cross join app.paired_test p
                left join c on c.place = w.place and c.tested_id = p.test_id
                left join b on b.place = w.place and b.tested_id = p.baseline_test_id
                left join app.test_content t on t.content_hash = p.content_hash
                where p.pairing_id = :id and p.delta is not null
                  and (c.tested_id is not null or b.tested_id is not null))
            """;
    private static final String SUMS = SCORES + """
            select place, null as name, count(c - b) as n, count(*) filter (where c > b) as improved,
                   count(*) filter (where c < b) as regressed, coalesce(avg(c - b), 0) as mean,
                   coalesce(regr_sxx(c - b, c - b), 0) as squares,
                   coalesce(avg(c) filter (where b is not null), 0) as candidate,
                   coalesce(avg(b) filter (where c is not null), 0) as baseline,
                   case when count(c - b) < :few then array_agg(c - b) filter (where c - b is not null) end as listed,
                   count(*) filter (where b is null) as unscored_baseline,
                   count(*) filter (where c is null) as unscored_candidate
            from (select * from scored order by place, position) o
            group by place
            order by place
            """;
    private static final String CLUSTERS = SCORES + """
            select place, count(*) as n, sum(c - b) as total, min(position) as position
            from (select * from scored where c - b is not null order by place, position) o
            group by place, cluster, case when cluster is null then test_id end
            order by place, position
            """;

    private final JdbcClient database;

    MetricSampleRepository(JdbcClient database) {
        this.database = database;
    }

    /// The metrics by which the results of a run were judged.
    List<RunMetric> metrics(UUID run) {
        return database.sql(METRICS)
                .param("run", run)
                .query((row, number) -> new RunMetric(
                        row.getString("name"),
                        row.getObject("id", UUID.class),
                        row.getString("score_type"),
                        row.getString("definition"),
                        row.getBoolean("is_graded")))
                .list();
    }

    /// The paired scores of matched metrics, in their order; a metric without a pair is left out.
    List<MetricSample> sums(Pairing pairing, List<Match> matches) {
        return scores(SUMS, pairing, matches, Grouping.NONE)
                .param("few", SignedRanks.MIN_PAIRS_FOR_T)
                .query((row, number) -> new MetricSample(
                        row.getInt("place"),
                        SampleRepository.sample(row),
                        row.getLong("unscored_baseline"),
                        row.getLong("unscored_candidate")))
                .list();
    }

    /// The clusters of the paired scores, by the place of the metric.
    Map<Integer, List<Cluster>> clusters(Pairing pairing, List<Match> matches, Grouping clustering) {
        Map<Integer, List<Cluster>> all = new HashMap<>();
        if (clustering.isNone()) {
            return all;
        }
        scores(CLUSTERS, pairing, matches, clustering).query(row -> {
            all.computeIfAbsent(row.getInt("place"), place -> new ArrayList<>())
                    .add(new Cluster(row.getLong("n"), row.getDouble("total")));
        });
        return all;
    }

    private StatementSpec scores(String sql, Pairing pairing, List<Match> matches, Grouping clustering) {
        return database.sql(sql)
                .param("id", pairing.id())
                .param("candidate", pairing.candidate())
                .param("baseline", pairing.baseline())
                .param("byOutcome", pairing.isByOutcome())
                .param("kind", clustering.isAuto() ? "topic" : clustering.kind())
                .param("key", clustering.key())
                .param("places", IntStream.range(0, matches.size()).boxed().toArray(Integer[]::new))
                .param(
                        "candidateNames",
                        matches.stream().map(match -> match.candidate().name()).toArray(String[]::new))
                .param(
                        "baselineNames",
                        matches.stream().map(match -> match.baseline().name()).toArray(String[]::new))
                .param("numeric", matches.stream().map(Match::isNumeric).toArray(Boolean[]::new));
    }

    /// The paired scores of one metric.
    ///
    /// @param place the place of the metric among those that were asked for
    record MetricSample(int place, SummedPairs sample, long unscoredBaseline, long unscoredCandidate) {}
}
