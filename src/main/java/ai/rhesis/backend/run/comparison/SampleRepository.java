package ai.rhesis.backend.run.comparison;

import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.platform.statistics.Cluster;
import ai.rhesis.backend.platform.statistics.Moments;
import ai.rhesis.backend.platform.statistics.PairedOutcomes;
import ai.rhesis.backend.platform.statistics.SignedRanks;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Sums up the pairs of two runs, whole and by group. Sums are in the order of the set, so that they are the same each
/// time.
@Repository
class SampleRepository {

    private static final int FETCH_SIZE = 5_000;

    private static final String OUTCOMES = """
            with d as (
                select p.position, p.delta as d, p.candidate as c, p.baseline as b,
                       case :kind when 'topic' then t.topic when 'category' then t.category
                                  when 'requirement' then t.requirement
                                  when 'metadata' then t.metadata ->> cast(:key as text) end as name
                from app.paired_test p
                left join app.test_content t on t.content_hash = p.content_hash and :kind <> 'all'
                where p.pairing_id = :id and p.delta is not null
                  and not (:withoutErrors and (p.candidate_errs or p.baseline_errs)))
            select name, count(*) as n, count(*) filter (where d > 0) as improved, count(*) filter (where d < 0) as regressed,
                   avg(d) as mean, regr_sxx(d, d) as squares, avg(c) as candidate, avg(b) as baseline,
                   case when count(*) < :few then array_agg(d) end as listed
            from (select * from d order by position) o
            group by name
            order by name nulls last
            """;
    private static final String CLUSTERS = """
            with d as (
                select p.position, p.delta as d, p.test_id,
                       case :kind when 'topic' then t.topic when 'category' then t.category
                                  when 'requirement' then t.requirement
                                  when 'metadata' then t.metadata ->> cast(:key as text) end as name,
                       case :clusterKind when 'topic' then t.topic when 'category' then t.category
                                         when 'requirement' then t.requirement
                                         when 'metadata' then t.metadata ->> cast(:clusterKey as text) end as cluster
                from app.paired_test p
                left join app.test_content t on t.content_hash = p.content_hash
                where p.pairing_id = :id and p.delta is not null
                  and not (:withoutErrors and (p.candidate_errs or p.baseline_errs)))
            select name, cluster, count(*) as n, sum(d) as total, min(position) as position
            from (select * from d order by position) o
            group by name, cluster, case when cluster is null then test_id end
            order by position
            """;

    private static final String COUNTS = """
            select outcome, count(*) as tests from app.paired_test where pairing_id = :id group by outcome
            """;
    private static final String ERRORS = """
            select count(*) filter (where baseline_errs) as baseline, count(*) filter (where candidate_errs) as candidate
            from app.paired_test
            where pairing_id = :id and delta is not null
            """;

    private static final String IS_KNOWN = """
            select not exists (select 1 from app.paired_test where pairing_id = :id and delta is not null)
                or exists (select 1
                           from app.paired_test p
                           join app.test_content t on t.content_hash = p.content_hash
                           where p.pairing_id = :id and p.delta is not null and jsonb_exists(t.metadata, :key))
            """;

    private final JdbcClient database;

    SampleRepository(JdbcClient database) {
        this.database = database;
    }

    /// All pairs as one sample.
    SummedPairs whole(UUID pairing, boolean withoutErrors) {
        return sums(pairing, Grouping.by("all"), withoutErrors).stream()
                .findFirst()
                .orElse(SummedPairs.EMPTY);
    }

    /// The pairs by group, in the order of names, those without one last.
    List<SummedPairs> byGroup(UUID pairing, Grouping grouping) {
        return sums(pairing, grouping, false);
    }

    private List<SummedPairs> sums(UUID pairing, Grouping grouping, boolean withoutErrors) {
        return of(database.sql(OUTCOMES), pairing, grouping)
                .param("withoutErrors", withoutErrors)
                .param("few", SignedRanks.MIN_PAIRS_FOR_T)
                .query((row, number) -> sample(row))
                .list();
    }

    /// The clusters of all pairs.
    List<Cluster> clusters(UUID pairing, Grouping clustering, boolean withoutErrors) {
        return clusters(pairing, Grouping.by("all"), clustering, withoutErrors).getOrDefault(null, List.of());
    }

    /// The clusters inside each group.
    Map<@Nullable String, List<Cluster>> clusters(
            UUID pairing, Grouping grouping, Grouping clustering, boolean withoutErrors) {
        Map<@Nullable String, List<Cluster>> all = new HashMap<>();
        if (clustering.isNone()) {
            return all;
        }
        of(database.sql(CLUSTERS), pairing, grouping)
                .param("clusterKind", clustering.isAuto() ? "topic" : clustering.kind())
                .param("clusterKey", clustering.key())
                .param("withoutErrors", withoutErrors)
                .withFetchSize(FETCH_SIZE)
                .query(row -> {
                    all.computeIfAbsent(row.getString("name"), name -> new ArrayList<>())
                            .add(new Cluster(row.getLong("n"), row.getDouble("total")));
                });
        return all;
    }

    /// Whether some pair has this key in its metadata; of no pairs every key is known.
    boolean isKnown(UUID pairing, String key) {
        return database.sql(IS_KNOWN)
                .param("id", pairing)
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /// The number of tests by what became of them.
    Map<String, Long> counts(UUID id) {
        return database
                .sql(COUNTS)
                .param("id", id)
                .query((row, number) -> Map.entry(row.getString("outcome"), row.getLong("tests")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The paired tests that ended in an error, in either run.
    ComparisonResponse.ErrorCounts errors(UUID id) {
        return database.sql(ERRORS)
                .param("id", id)
                .query((row, number) ->
                        new ComparisonResponse.ErrorCounts(row.getLong("baseline"), row.getLong("candidate")))
                .single();
    }

    private static StatementSpec of(StatementSpec statement, UUID pairing, Grouping grouping) {
        return statement.param("id", pairing).param("kind", grouping.kind()).param("key", grouping.key());
    }

    static SummedPairs sample(ResultSet row) throws SQLException {
        long n = row.getLong("n");
        return new SummedPairs(
                row.getString("name"),
                new PairedOutcomes(n, row.getLong("improved"), row.getLong("regressed")),
                new Moments(n, row.getDouble("mean"), row.getDouble("squares")),
                values(row.getArray("listed")),
                row.getDouble("candidate"),
                row.getDouble("baseline"));
    }

    private static List<Double> values(@Nullable Array listed) throws SQLException {
        return listed == null ? List.of() : List.of((Double[]) listed.getArray());
    }
}
