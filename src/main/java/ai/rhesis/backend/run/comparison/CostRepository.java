package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.statistics.Cluster;
import ai.rhesis.backend.platform.statistics.Moments;
import ai.rhesis.backend.run.comparison.ComparisonResponse.Latency;
import ai.rhesis.backend.run.comparison.ComparisonResponse.Tokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads the time, the tokens and the money that runs took.
@Repository
class CostRepository {

    private static final String LATENCIES = """
            with c as (
                select r.tested_id, avg(r.latency_millis)::double precision as millis
                from app.test_result r
                where r.test_run_id = :candidate and r.deleted_at is null and r.verdict <> 'Error'
                group by r.tested_id),
            b as (
                select r.tested_id, avg(r.latency_millis)::double precision as millis
                from app.test_result r
                where r.test_run_id = :baseline and r.deleted_at is null and r.verdict <> 'Error'
                group by r.tested_id),
            l as (
                select p.position, p.test_id, c.millis as c, b.millis as b,
                       case when c.millis > 0 and b.millis > 0 then ln(c.millis / b.millis) end as ratio,
                       case :kind when 'topic' then t.topic when 'category' then t.category
                                  when 'requirement' then t.requirement
                                  when 'metadata' then t.metadata ->> cast(:key as text) end as cluster
                from app.paired_test p
                join c on c.tested_id = p.test_id and c.millis is not null
                join b on b.tested_id = p.baseline_test_id and b.millis is not null
                left join app.test_content t on t.content_hash = p.content_hash
                where p.pairing_id = :id and p.delta is not null)
            """;
    private static final String SUMS = LATENCIES + """
            select count(ratio) as n, coalesce(avg(ratio), 0) as mean, coalesce(regr_sxx(ratio, ratio), 0) as squares,
                   percentile_cont(array[0.5, 0.95]) within group (order by b) as baseline,
                   percentile_cont(array[0.5, 0.95]) within group (order by c) as candidate
            from (select * from l order by position) o
            """;
    private static final String CLUSTERS = LATENCIES + """
            select count(*) as n, sum(ratio) as total, min(position) as position
            from (select * from l where ratio is not null order by position) o
            group by cluster, case when cluster is null then test_id end
            order by position
            """;
    private static final String SPENT = """
            select case when count(*) = count(coalesce(input_tokens, output_tokens))
                        then sum(coalesce(input_tokens, 0) + coalesce(output_tokens, 0)) end as target,
                   sum(coalesce(judge_input_tokens, 0) + coalesce(judge_output_tokens, 0)) as judges,
                   case when count(*) = count(cost_micros)
                             and count(judge_input_tokens) = count(judge_cost_micros)
                        then cast((sum(cost_micros) + sum(coalesce(judge_cost_micros, 0))) / 1e6 as double precision) end as cost
            from app.test_result
            where test_run_id = :run and deleted_at is null
            """;

    private final JdbcClient database;

    CostRepository(JdbcClient database) {
        this.database = database;
    }

    Latencies latencies(Pairing pairing) {
        return statement(SUMS, pairing, Grouping.NONE)
                .query((row, number) -> new Latencies(
                        new Moments(row.getLong("n"), row.getDouble("mean"), row.getDouble("squares")),
                        latency(row, "baseline"),
                        latency(row, "candidate")))
                .single();
    }

    /// The clusters of the logarithms of the ratios.
    List<Cluster> latencyClusters(Pairing pairing, Grouping clustering) {
        return statement(CLUSTERS, pairing, clustering)
                .query((row, number) -> new Cluster(row.getLong("n"), row.getDouble("total")))
                .list();
    }

    /// Everything that the results of a run took.
    Spent spent(UUID run) {
        return database.sql(SPENT)
                .param("run", run)
                .query((row, number) -> new Spent(
                        new Tokens(row.getObject("target", Long.class), row.getObject("judges", Long.class)),
                        row.getObject("cost", Double.class)))
                .single();
    }

    private JdbcClient.StatementSpec statement(String sql, Pairing pairing, Grouping clustering) {
        return database.sql(sql)
                .param("id", pairing.id())
                .param("candidate", pairing.candidate())
                .param("baseline", pairing.baseline())
                .param("kind", clustering.isAuto() ? "topic" : clustering.kind())
                .param("key", clustering.key());
    }

    private static Latency latency(ResultSet row, String side) throws SQLException {
        if (row.getArray(side) == null) {
            return new Latency(null, null);
        }
        Double[] found = (Double[]) row.getArray(side).getArray();
        return new Latency(found[0], found[1]);
    }

    /// The latencies of the pairs that have some in both runs, in milliseconds.
    ///
    /// @param ratios the logarithms of candidate to baseline
    record Latencies(Moments ratios, Latency baseline, Latency candidate) {}

    /// @param cost US dollars; null where a part is unknown
    record Spent(Tokens tokens, @Nullable Double cost) {}
}
