package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import ai.rhesis.backend.platform.statistics.Cluster;
import ai.rhesis.backend.platform.statistics.Clusters;
import ai.rhesis.backend.platform.statistics.Ratio;
import ai.rhesis.backend.run.comparison.ComparisonResponse.CostComparison;
import ai.rhesis.backend.run.comparison.ComparisonResponse.FlagsResponse;
import ai.rhesis.backend.run.comparison.ComparisonResponse.LatencyComparison;
import ai.rhesis.backend.run.comparison.ComparisonResponse.PassRate;
import ai.rhesis.backend.run.comparison.ComparisonResponse.RunReference;
import ai.rhesis.backend.run.comparison.ComparisonResponse.TestCounts;
import ai.rhesis.backend.run.comparison.ComparisonResponse.TokenComparison;
import ai.rhesis.backend.run.comparison.ComparisonResponse.VersionReference;
import ai.rhesis.backend.run.testrun.PinnedVersion;
import ai.rhesis.backend.run.testrun.TestRun;
import ai.rhesis.backend.run.verdict.Decision;
import ai.rhesis.backend.run.verdict.PairedSample;
import ai.rhesis.backend.run.verdict.Verdicts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Makes the answer of a comparison out of its pairs: SQL pairs and counts, the statistics decide.
@Component
class ComparisonMaker {

    private final SampleRepository samples;
    private final CostRepository costs;
    private final ComparedMetrics metrics;
    private final Breakdowns breakdowns;

    ComparisonMaker(SampleRepository samples, CostRepository costs, ComparedMetrics metrics, Breakdowns breakdowns) {
        this.samples = samples;
        this.costs = costs;
        this.metrics = metrics;
        this.breakdowns = breakdowns;
    }

    ComparisonResponse make(Inquiry inquiry) {
        PairTerms terms = inquiry.terms();
        Pairing pairing = terms.pairing();
        SummedPairs whole = samples.whole(pairing.id(), false);
        List<Cluster> clusters = samples.clusters(pairing.id(), terms.clustering(), false);
        requireClusters(clusters, terms.clustering());
        requireKeys(inquiry.question(), pairing);
        Decision decision = Verdicts.decide(
                terms.sample(whole, pairing.measure(), clusters),
                withoutErrors(terms),
                inquiry.question().request().parameters());
        return response(inquiry, whole, clusters, decision);
    }

    private ComparisonResponse response(Inquiry inquiry, SummedPairs whole, List<Cluster> clusters, Decision decision) {
        PairTerms terms = inquiry.terms();
        CostRepository.Spent before = costs.spent(terms.pairing().baseline());
        CostRepository.Spent now = costs.spent(terms.pairing().candidate());
        CompareRequest request = inquiry.question().request();
        return new ComparisonResponse(
                inquiry.id(),
                reference(inquiry.question().candidate()),
                reference(inquiry.question().baseline()),
                ComparisonResponse.word(decision.conclusion()),
                FlagsResponse.of(decision.flags()),
                decision.reason(),
                counts(terms.pairing().id()),
                PassRate.of(whole, terms, decision, request.parameters().detected()),
                metrics.compare(terms, inquiry.family()),
                breakdowns.requirements(terms),
                breakdowns.categories(terms),
                breakdowns.groups(terms, request.groups()),
                latency(terms),
                new TokenComparison(before.tokens(), now.tokens()),
                new CostComparison(before.cost(), now.cost()),
                Assumptions.of(inquiry, Clusters.of(whole.moments(), clusters), decision),
                inquiry.question().parameters());
    }

    private PairedSample withoutErrors(PairTerms terms) {
        UUID pairing = terms.pairing().id();
        return terms.sample(
                samples.whole(pairing, true),
                terms.pairing().measure(),
                samples.clusters(pairing, terms.clustering(), true));
    }

    private static void requireClusters(List<Cluster> clusters, Grouping clustering) {
        boolean isAsked = !clustering.isAuto() && !clustering.isNone();
        if (isAsked && clusters.size() == 1) {
            throw Problem.invalid("cluster_by", "all paired tests are in one cluster; at least two are needed")
                    .exception();
        }
    }

    /// A key of metadata that no paired test has would put each test into a cluster of its own.
    private void requireKeys(ComparisonQuestion question, Pairing pairing) {
        List<Violation> unknown = question.groupings().entrySet().stream()
                .filter(place -> place.getValue().isOfMetadata())
                .filter(place -> !samples.isKnown(pairing.id(), place.getValue().key()))
                .map(place -> Violation.ofBody(
                        place.getKey(),
                        "unknown",
                        "no paired test has the metadata key '"
                                + place.getValue().key() + "'"))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.invalid(unknown).exception();
        }
    }

    private TestCounts counts(UUID pairing) {
        Map<String, Long> counts = samples.counts(pairing);
        long improved = counts.getOrDefault("improved", 0L);
        long regressed = counts.getOrDefault("regressed", 0L);
        long unchanged = counts.getOrDefault("unchanged", 0L);
        long notRun = counts.getOrDefault("not_run", 0L);
        return new TestCounts(
                improved + regressed + unchanged,
                improved,
                regressed,
                unchanged,
                counts.getOrDefault("new", 0L),
                counts.getOrDefault("missing", 0L) + notRun,
                notRun,
                counts.getOrDefault("not_comparable", 0L),
                counts.getOrDefault("quarantined", 0L),
                samples.errors(pairing));
    }

    private LatencyComparison latency(PairTerms terms) {
        Grouping clustering = terms.clustering();
        CostRepository.Latencies found = costs.latencies(terms.pairing());
        List<Cluster> list = clustering.isNone() ? List.of() : costs.latencyClusters(terms.pairing(), clustering);
        Clusters clusters = list.isEmpty() ? null : Clusters.of(found.ratios(), list);
        boolean isUsed = clusters != null && (!clustering.isAuto() || clusters.suffice());
        Ratio ratio = Ratio.of(found.ratios(), isUsed ? clusters : null, terms.significance());
        return new LatencyComparison(
                found.baseline(),
                found.candidate(),
                ratio == null ? null : ratio.value(),
                ratio == null ? null : ComparisonResponse.ends(ratio.ci()));
    }

    private static RunReference reference(TestRun run) {
        PinnedVersion version = run.version();
        return new RunReference(
                run.getId(),
                run.getName(),
                version == null
                        ? null
                        : new VersionReference(version.testSetVersionNumber(), version.testSetVersionHash()));
    }
}
