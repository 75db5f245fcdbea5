package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.statistics.SignedRanks;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// The metrics of two runs with the sums of their paired scores.
@Repository
class MetricSampleQueries {

    /// The scores of each test in one of the runs, over its repetitions. The metrics of each result are looked up by
    /// its id, and `between` leaves no other way: a hash of all metrics of the organization looks cheaper to the
    /// planner. So several processes can look them up at once. A rule about mean scores is about outcomes alone.
    private static final String SCORES = """
            select m.name, r.tested_id, any_value(m.metric_id) as metric_id, bool_or(m.score not in (0, 1)) as is_graded,
                   avg(m.score order by r.repetition) as score,
                   any_value(r.pass_rule) filter (where not jsonb_exists(r.pass_rule, 'metric')) as rule,
                   count(*) filter (where case when :automatic and m.is_overridden then m.automatic_success
                                               else m.is_successful end) as passes
            from app.test_result r
            join app.test_result_metric m on m.test_result_id between r.id and r.id
            where r.test_run_id = :%s and r.deleted_at is null
            group by m.name, r.tested_id
            """;
    /// The metrics of one of the runs, with all that their judgements follow from where the server made them.
    private static final String JUDGES = """
            select m.name, m.id, m.is_graded, k.snapshot ->> 'score_type' as score_type,
                   (k.snapshot - '{id,metric_scope}'::text[])
                       || jsonb_build_object('judge', case when k.snapshot ->> 'model_id' is null then r.plan -> 'judge'
                                                           else r.plan -> 'judges' -> (k.snapshot ->> 'model_id') end)
                       as definition
            from (select name, any_value(metric_id) as id, coalesce(bool_or(is_graded), false) as is_graded
                  from %1$s
                  group by name) m
            join app.test_run r on r.id = :%2$s
            left join app.test_run_metric k on k.test_run_id = r.id and k.metric_id = m.id
            """;
    /// Each metric with the sums of its pairs, and behind them its clusters as in SampleQueries. Metrics match by id,
    /// else by name. The scores of a run are read once, whatever its metrics are. Where a metric says no number,
    /// repetitions that it said nothing of did not pass, as those that ended in an error.
    private static final String SAMPLES = """
            with c as materialized (
            """ + SCORES.formatted("candidate") + """
            ),
            b as materialized (
            """ + SCORES.formatted("baseline") + """
            ),
            c_judges as (
            """
            + JUDGES.formatted("c", "candidate") + """
            ),
            b_judges as (
            """ + JUDGES.formatted("b", "baseline") + """
            ),
            matched as materialized (
                select row_number() over (order by c.name) as place, c.id, c.name, b.name as b_name,
                       coalesce(c.score_type, case when c.is_graded then 'numeric' else 'binary' end) as kind,
                       coalesce(c.definition <> b.definition, false) as is_changed,
                       cast(:asked as text[]) is null or c.name = any(:asked) or c.id::text = any(:askedIds) as is_asked
                from c_judges c
                cross join lateral (
                    select j.name, j.definition
                    from b_judges j
                    where j.id = c.id or j.name = c.name
                    order by coalesce(j.id = c.id, false) desc, j.name
                    limit 1) b),
            scored as materialized (
                select w.place, p.position,
                       case when w.kind = 'numeric' then c.score
                            when :byOutcome then (app.outcome(c.rule, p.candidate_repetitions, c.passes, 0, null) = 'pass')::int
                            else coalesce(c.passes, 0) / p.candidate_repetitions::double precision end as c,
                       case when w.kind = 'numeric' then b.score
                            when :byOutcome then (app.outcome(b.rule, p.baseline_repetitions, b.passes, 0, null) = 'pass')::int
                            else coalesce(b.passes, 0) / p.baseline_repetitions::double precision end as b,
                       app.group_name(:kind, p.topic, p.category, p.requirement, t.own) as cluster
                from matched w
                cross join app.paired_test p
                left join c on c.name = w.name and c.tested_id = p.test_id
                left join b on b.name = w.b_name and b.tested_id = p.baseline_test_id
                left join lateral (
                    select s.metadata ->> cast(:key as text) as own
                    from app.test_content s
                    where :kind = 'metadata' and s.content_hash = p.content_hash
                    limit 1) t on true
                where w.is_asked and p.pairing_id = :id and p.delta is not null
                  and (c.tested_id is not null or b.tested_id is not null)),
            summed as (
                select place, count(d) as n, coalesce(avg(d), 0) as mean, coalesce(regr_sxx(d, d), 0) as squares,
                       count(*) filter (where d > 0) as improved, count(*) filter (where d < 0) as regressed,
                       coalesce(avg(c) filter (where b is not null), 0) as candidate,
                       coalesce(avg(b) filter (where c is not null), 0) as baseline,
                       case when count(d) < :few then array_agg(d) filter (where d is not null) end as listed,
                       count(*) filter (where b is null) as unscored_baseline,
                       count(*) filter (where c is null) as unscored_candidate
                from (select *, c - b as d from scored order by place, position) s
                group by place),
            clustered as (
                select place, n, count(*) as times, avg(total order by first) as mean,
                       regr_sxx(total, total order by first) as squares
                from (select place, min(position) as first, count(*) as n, sum(c - b order by position) as total
                      from scored
                      where :kind <> 'none' and c - b is not null
                      group by place, cluster, case when cluster is null then position end) g
                group by place, n)
            select w.place, w.id, w.name, w.kind, w.is_changed, w.is_asked, 0 as is_cluster, 0 as times,
                   s.n, s.mean, s.squares, s.improved, s.regressed, s.candidate, s.baseline, s.listed, s.unscored_baseline,
                   s.unscored_candidate
            from matched w
            left join summed s on s.place = w.place
            union all
            select place, null, null, null, null, null, 1, times, n, mean, squares, null, null, null, null, null, null, null
            from clustered
            order by place, is_cluster, n
            """;

    private final JdbcClient database;

    MetricSampleQueries(JdbcClient database) {
        this.database = database;
    }

    /// Returns the metrics of both runs in the order of their names, with the paired scores of those that are asked
    /// for: by name or id, all without any.
    List<MetricSample> read(Pairing pairing, @Nullable List<String> asked, Grouping clustering) {
        SortedMap<Integer, MetricSample> all = new TreeMap<>();
        statement(pairing, asked, clustering.property()).query(row -> {
            int place = row.getInt("place");
            MetricSample before = all.get(place);
            all.put(place, before == null ? MetricSample.of(row) : before.and(row));
        });
        return List.copyOf(all.values());
    }

    private StatementSpec statement(Pairing pairing, @Nullable List<String> asked, Grouping clustering) {
        return database.sql(SAMPLES)
                .param("few", SignedRanks.MIN_PAIRS_FOR_T)
                .param("id", pairing.id())
                .param("candidate", pairing.candidate())
                .param("baseline", pairing.baseline())
                .param("byOutcome", pairing.isByOutcome())
                .param("automatic", pairing.isAutomatic())
                .param("kind", clustering.kind())
                .param("key", clustering.key())
                .param("asked", asked == null ? null : asked.toArray(String[]::new))
                .param("askedIds", asked == null ? null : lowerCase(asked));
    }

    private static String[] lowerCase(List<String> ids) {
        return ids.stream().map(id -> id.toLowerCase(Locale.ROOT)).toArray(String[]::new);
    }
}
