package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.statistics.SignedRanks;
import ai.rhesis.backend.run.comparison.ComparedMetrics.Match;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// The metrics of two runs with the sums of their paired scores.
@Repository
class MetricSampleQueries {

    private static final String METRICS = """
            select m.name, m.id, k.snapshot ->> 'score_type' as score_type, m.is_graded,
                   ((k.snapshot - '{id,metric_scope}'::text[])
                       || jsonb_build_object('judge', case when k.snapshot ->> 'model_id' is null then r.plan -> 'judge'
                                                           else r.plan -> 'judges' -> (k.snapshot ->> 'model_id') end))
                       ::text as definition
            from (select m.name, any_value(m.metric_id) as id, coalesce(bool_or(m.score not in (0, 1)), false) as is_graded
                  from app.test_result t
                  cross join lateral (
                      select s.name, s.metric_id, s.score
                      from app.test_result_metric s
                      where s.test_result_id = t.id
                      offset 0) m
                  where t.test_run_id = :run and t.deleted_at is null
                  group by m.name) m
            join app.test_run r on r.id = :run
            left join app.test_run_metric k on k.test_run_id = r.id and k.metric_id = m.id
            order by m.name
            """;
    /// The scores of each test in one of the runs, over its repetitions.
    private static final String SCORES = """
            select m.name, r.tested_id, avg(m.score) as score, bool_and(coalesce(m.is_successful, false)) as passes,
                   avg(case when m.is_successful then 1.0 else 0 end) as share
            from app.test_result r
            cross join lateral (
                select s.name, s.score,
                       case when :automatic and s.is_overridden then s.automatic_success else s.is_successful end
                           as is_successful
                from app.test_result_metric s
                where s.test_result_id = r.id and s.name = any(:%1$sNames)
                offset 0) m
            where r.test_run_id = :%1$s and r.deleted_at is null
            group by m.name, r.tested_id
            """;
    /// The sums of each metric, and behind them its clusters; tests without one as in SampleQueries.
    private static final String SAMPLES =
            """
            with wanted as (
                select * from unnest(cast(:places as int[]), cast(:candidateNames as text[]), cast(:baselineNames as text[]),
                                     cast(:numeric as boolean[])) as w (place, c_name, b_name, is_numeric)),
            c as (
            """ + SCORES.formatted("candidate") + """
            ),
            b as (
            """ + SCORES.formatted("baseline") + """
            ),
            scored as (
                select w.place, p.position,
                       case when w.is_numeric then c.score when :byOutcome then coalesce(c.passes, false)::int
                            else coalesce(c.share, 0) end::double precision as c,
                       case when w.is_numeric then b.score when :byOutcome then coalesce(b.passes, false)::int
                            else coalesce(b.share, 0) end::double precision as b,
                       app.group_name(:kind, p.topic, p.category, p.requirement, t.own) as cluster
                from wanted w
                cross join app.paired_test p
                left join c on c.name = w.c_name and c.tested_id = p.test_id
                left join b on b.name = w.b_name and b.tested_id = p.baseline_test_id
                left join lateral (
                    select s.metadata ->> cast(:key as text) as own
                    from app.test_content s
                    where :kind = 'metadata' and s.content_hash = p.content_hash
                    limit 1) t on true
                where p.pairing_id = :id and p.delta is not null
                  and (c.tested_id is not null or b.tested_id is not null))
            select place,
                   case when grouping(cluster) = 0 and cluster is null then 1 else count(d) end as n,
                   case when grouping(cluster) = 0 and cluster is null then single else sum(d) end as total,
                   case when grouping(cluster) = 0 and cluster is null then count(d) else 1 end as times,
                   count(*) filter (where d > 0) as improved, count(*) filter (where d < 0) as regressed,
                   coalesce(avg(d), 0) as mean, coalesce(regr_sxx(d, d), 0) as squares,
                   coalesce(avg(c) filter (where b is not null), 0) as candidate,
                   coalesce(avg(b) filter (where c is not null), 0) as baseline,
                   case when count(d) < :few then array_agg(d) filter (where d is not null) end as listed,
                   count(*) filter (where b is null) as unscored_baseline,
                   count(*) filter (where c is null) as unscored_candidate
            from (select *, c - b as d, case when cluster is null then c - b end as single
                  from scored
                  order by place, position) s
            group by grouping sets ((place), (place, cluster, single))
            having grouping(cluster) = 1 or (:kind <> 'none' and count(d) > 0)
            order by place, grouping(cluster) desc, min(position)
            """;

    private final JdbcClient database;

    MetricSampleQueries(JdbcClient database) {
        this.database = database;
    }

    /// Returns the metrics by which the results of a run were judged.
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

    /// Returns the paired scores of matched metrics, in their order; a metric that no pair was judged by is left
    /// out.
    List<MetricSample> read(Pairing pairing, List<Match> matches, Grouping clustering) {
        SortedMap<Integer, MetricSample> all = new TreeMap<>();
        scores(pairing, matches, clustering.property())
                .withFetchSize(SampleRows.FETCH_SIZE)
                .query(row -> {
                    int place = row.getInt("place");
                    MetricSample before = all.get(place);
                    all.put(place, before == null ? MetricSample.of(row) : before.and(row));
                });
        return List.copyOf(all.values());
    }

    private StatementSpec scores(Pairing pairing, List<Match> matches, Grouping clustering) {
        return database.sql(SAMPLES)
                .param("few", SignedRanks.MIN_PAIRS_FOR_T)
                .param("id", pairing.id())
                .param("candidate", pairing.candidate())
                .param("baseline", pairing.baseline())
                .param("byOutcome", pairing.isByOutcome())
                .param("automatic", pairing.isAutomatic())
                .param("kind", clustering.kind())
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
    record MetricSample(int place, PairedGroup group, long unscoredBaseline, long unscoredCandidate) {

        static MetricSample of(ResultSet row) throws SQLException {
            return new MetricSample(
                    row.getInt("place"),
                    new PairedGroup(SampleRows.sums(row), null),
                    row.getLong("unscored_baseline"),
                    row.getLong("unscored_candidate"));
        }

        MetricSample and(ResultSet row) throws SQLException {
            return new MetricSample(place, group.and(row), unscoredBaseline, unscoredCandidate);
        }
    }
}
