package ai.rhesis.backend.run.comparison;

import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.platform.statistics.Clusters;
import ai.rhesis.backend.platform.statistics.Moments;
import ai.rhesis.backend.run.comparison.Comparison.CostComparison;
import ai.rhesis.backend.run.comparison.Comparison.ErrorCounts;
import ai.rhesis.backend.run.comparison.Comparison.Latency;
import ai.rhesis.backend.run.comparison.Comparison.TestCounts;
import ai.rhesis.backend.run.comparison.Comparison.TokenComparison;
import ai.rhesis.backend.run.comparison.Comparison.Tokens;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The time, the tokens and the money that runs took.
@Repository
class CostQueries {

    private static final String COUNTS = """
            select count(*) filter (where outcome = 'improved') as improved,
                   count(*) filter (where outcome = 'regressed') as regressed,
                   count(*) filter (where outcome = 'unchanged') as unchanged,
                   count(*) filter (where outcome = 'new') as new,
                   count(*) filter (where outcome in ('missing', 'not_run')) as missing,
                   count(*) filter (where outcome = 'not_run') as not_run,
                   count(*) filter (where outcome = 'not_comparable') as not_comparable,
                   count(*) filter (where outcome = 'quarantined') as quarantined,
                   count(*) filter (where delta is not null and baseline_errs) as baseline_errs,
                   count(*) filter (where delta is not null and candidate_errs) as candidate_errs
            from app.paired_test
            where pairing_id = :id
            """;
    /// The latencies of both runs, and behind them the clusters of their ratios as in SampleQueries.
    private static final String LATENCIES = """
            with l as materialized (
                select p.position, p.candidate_millis as c, p.baseline_millis as b,
                       case when p.candidate_millis > 0 and p.baseline_millis > 0
                            then ln(p.candidate_millis / p.baseline_millis) end as ratio,
                       app.group_name(:kind, p.topic, p.category, p.requirement, t.own) as cluster
                from app.paired_test p
                left join lateral (
                    select s.metadata ->> cast(:key as text) as own
                    from app.test_content s
                    where :kind = 'metadata' and s.content_hash = p.content_hash
                    limit 1) t on true
                where p.pairing_id = :id and p.delta is not null and p.candidate_millis is not null
                  and p.baseline_millis is not null
                order by p.position),
            clustered as (
                select count(*) as n, sum(ratio order by position) as total, min(position) as first
                from l
                where :kind <> 'none' and ratio is not null
                group by cluster, case when cluster is null then position end)
            select 0 as is_cluster, count(ratio) as n, 0 as times, coalesce(avg(ratio), 0) as mean,
                   coalesce(regr_sxx(ratio, ratio), 0) as squares,
                   percentile_cont(array[0.5, 0.95]) within group (order by b) as baseline,
                   percentile_cont(array[0.5, 0.95]) within group (order by c) as candidate
            from l
            union all
            select 1, n, count(*), avg(total order by first), regr_sxx(total, total order by first), null, null
            from clustered
            group by n
            order by is_cluster, n
            """;
    private static final String SPENT = """
            select test_run_id,
                   case when count(*) = count(coalesce(input_tokens, output_tokens))
                        then sum(coalesce(input_tokens, 0) + coalesce(output_tokens, 0)) end as target,
                   sum(coalesce(judge_input_tokens, 0) + coalesce(judge_output_tokens, 0)) as judges,
                   case when count(*) = count(cost_micros)
                             and count(judge_input_tokens) = count(judge_cost_micros)
                        then cast((sum(cost_micros) + sum(coalesce(judge_cost_micros, 0))) / 1e6 as double precision) end as cost
            from app.test_result
            where test_run_id in (:candidate, :baseline) and deleted_at is null
            group by test_run_id
            """;

    private final JdbcClient database;

    CostQueries(JdbcClient database) {
        this.database = database;
    }

    /// Returns the latencies of the pairs, in clusters unless there are to be none.
    Latencies latencies(Pairing pairing, Grouping clustering) {
        Grouping property = clustering.property();
        return database.sql(LATENCIES)
                .param("id", pairing.id())
                .param("kind", property.kind())
                .param("key", property.key())
                .query(rows -> {
                    rows.next();
                    Latencies found = latencies(rows);
                    return clustering.isNone() ? found : found.with(clusters(rows, found.ratios()));
                });
    }

    private static Latencies latencies(ResultSet row) throws SQLException {
        return new Latencies(
                new Moments(row.getLong("n"), row.getDouble("mean"), row.getDouble("squares")),
                latency(row, "baseline"),
                latency(row, "candidate"),
                null);
    }

    private static Clusters clusters(ResultSet rows, Moments ratios) throws SQLException {
        Clusters all = Clusters.NONE;
        while (rows.next()) {
            all = SampleRows.and(all, ratios, rows);
        }
        return all;
    }

    /// Sums up everything that the results of both runs took.
    Spending spent(Pairing pairing) {
        Map<UUID, Spent> byRun = database
                .sql(SPENT)
                .param("candidate", pairing.candidate())
                .param("baseline", pairing.baseline())
                .query((row, number) -> Map.entry(
                        row.getObject("test_run_id", UUID.class),
                        new Spent(
                                new Tokens(row.getObject("target", Long.class), row.getObject("judges", Long.class)),
                                row.getObject("cost", Double.class))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Spending(
                byRun.getOrDefault(pairing.baseline(), Spent.NOTHING),
                byRun.getOrDefault(pairing.candidate(), Spent.NOTHING));
    }

    /// Returns the tests of both runs by what became of them.
    TestCounts counts(UUID pairing) {
        return database.sql(COUNTS)
                .param("id", pairing)
                .query((row, number) -> new TestCounts(
                        row.getLong("improved") + row.getLong("regressed") + row.getLong("unchanged"),
                        row.getLong("improved"),
                        row.getLong("regressed"),
                        row.getLong("unchanged"),
                        row.getLong("new"),
                        row.getLong("missing"),
                        row.getLong("not_run"),
                        row.getLong("not_comparable"),
                        row.getLong("quarantined"),
                        new ErrorCounts(row.getLong("baseline_errs"), row.getLong("candidate_errs"))))
                .single();
    }

    private static Latency latency(ResultSet row, String side) throws SQLException {
        Array stored = row.getArray(side);
        @Nullable Double[] found = stored == null ? new Double[2] : (Double[]) stored.getArray();
        return new Latency(found[0], found[1]);
    }

    /// The latencies of the pairs that have some in both runs, in milliseconds.
    ///
    /// @param ratios the logarithms of candidate to baseline
    record Latencies(
            Moments ratios,
            Latency baseline,
            Latency candidate,
            @Nullable Clusters clusters) {

        Latencies with(Clusters clusters) {
            return new Latencies(ratios, baseline, candidate, clusters);
        }
    }

    /// Everything that both runs took.
    record Spending(Spent baseline, Spent candidate) {

        TokenComparison tokens() {
            return new TokenComparison(baseline.tokens(), candidate.tokens());
        }

        CostComparison cost() {
            return new CostComparison(baseline.cost(), candidate.cost());
        }
    }

    /// @param cost US dollars; null where a part is unknown
    record Spent(Tokens tokens, @Nullable Double cost) {

        static final Spent NOTHING = new Spent(new Tokens(null, null), null);
    }
}
