package ai.rhesis.backend.run.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// The counts of the pairs of two runs, whole and by group.
@Repository
class SampleQueries {

    /// Counts the pairs by everything that they are told apart by, and adds up these counts by group: first
    /// how often two values met, behind it the clusters, those of one size together. Tests without a cluster are
    /// clusters of their own, and those that differ equally are told once. What is added up has an order, so that
    /// equal pairs have equal sums to the last digit.
    private static final String COUNTS = """
            with wanted as (
                select * from unnest(cast(:kinds as text[]), cast(:keys as text[])) with ordinality as w (kind, key, place)),
            cells as (
                select p.topic, p.category, p.requirement, m.names,
                       app.group_name(:clusterKind, p.topic, p.category, p.requirement, m.cluster) as cluster,
                       p.candidate_errs or p.baseline_errs as errs, p.candidate as c, p.baseline as b, count(*) as n
                from app.paired_test p
                left join lateral (
                    select array(select s.metadata ->> w.key from wanted w order by w.place) as names,
                           s.metadata ->> cast(:clusterKey as text) as cluster
                    from app.test_content s
                    where :byMetadata and s.content_hash = p.content_hash
                    limit 1) m on true
                where p.pairing_id = :id and p.delta is not null
                group by p.topic, p.category, p.requirement, m.names, m.cluster, errs, c, b),
            grouped as materialized (
                select w.place, app.group_name(w.kind, e.topic, e.category, e.requirement, e.names[w.place]) as name,
                       e.cluster, case when e.cluster is null then e.c - e.b end as single, e.c, e.b, e.n
                from cells e
                cross join wanted w
                where not (w.kind = 'without_errors' and e.errs)),
            clustered as (
                select place, name, cluster, single, sum(n) as n, sum(n * (c - b) order by c, b) as total
                from grouped
                where :clusterKind <> 'none'
                group by place, name, cluster, single)
            select place, name, 0 as is_cluster, c, b, sum(n) as n, 0 as times, 0 as mean, 0 as squares
            from grouped
            group by place, name, c, b
            union all
            select place, name, 1, null, null, n, count(*), avg(total order by cluster), regr_sxx(total, total order by cluster)
            from clustered
            where cluster is not null
            group by place, name, n
            union all
            select place, name, 1, null, null, 1, n, single, 0
            from clustered
            where cluster is null
            order by place, name nulls last, is_cluster, c, b, n, mean
            """;
    private static final String IS_KNOWN = """
            select not exists (select 1 from app.paired_test where pairing_id = :id and delta is not null)
                or exists (select 1
                           from app.paired_test p
                           join app.test_content t on t.content_hash = p.content_hash
                           where p.pairing_id = :id and p.delta is not null and jsonb_exists(t.metadata, :key))
            """;

    private final JdbcClient database;

    SampleQueries(JdbcClient database) {
        this.database = database;
    }

    /// Returns the pairs as wholes and by these properties.
    Samples read(UUID pairing, List<Grouping> properties, Grouping clustering) {
        Set<Grouping> all = new LinkedHashSet<>(List.of(Grouping.ALL, Grouping.WITHOUT_ERRORS));
        all.addAll(properties);
        List<Grouping> groupings = List.copyOf(all);
        SequencedMap<Group, PairTally> tallies = new LinkedHashMap<>();
        statement(pairing, groupings, clustering.property()).query(row -> {
            Group group = new Group(groupings.get(row.getInt("place") - 1), row.getString("name"));
            tallies.computeIfAbsent(group, key -> new PairTally(key.name())).add(row);
        });
        Map<Grouping, List<PairedGroup>> byProperty = new HashMap<>();
        tallies.forEach((key, tally) ->
                byProperty.computeIfAbsent(key.by(), by -> new ArrayList<>()).add(tally.group()));
        return new Samples(byProperty);
    }

    /// Tells whether some pair has this key in its metadata; of no pairs every key is known.
    boolean isKnown(UUID pairing, String key) {
        return database.sql(IS_KNOWN)
                .param("id", pairing)
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    private StatementSpec statement(UUID pairing, List<Grouping> groupings, Grouping cluster) {
        return database.sql(COUNTS)
                .param("id", pairing)
                .param("kinds", groupings.stream().map(Grouping::kind).toArray(String[]::new))
                .param("keys", groupings.stream().map(Grouping::key).toArray(String[]::new))
                .param(
                        "byMetadata",
                        cluster.isOfMetadata() || groupings.stream().anyMatch(Grouping::isOfMetadata))
                .param("clusterKind", cluster.kind())
                .param("clusterKey", cluster.key());
    }

    /// The tests that are alike by a property.
    private record Group(Grouping by, @Nullable String name) {}
}
