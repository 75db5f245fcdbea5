package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import ai.rhesis.backend.platform.statistics.Cluster;
import ai.rhesis.backend.platform.statistics.Clusters;
import ai.rhesis.backend.platform.statistics.Ratio;
import ai.rhesis.backend.platform.statistics.Significance;
import ai.rhesis.backend.run.comparison.ComparedMetrics.Match;
import ai.rhesis.backend.run.comparison.ComparisonResponse.CostComparison;
import ai.rhesis.backend.run.comparison.ComparisonResponse.FlagsResponse;
import ai.rhesis.backend.run.comparison.ComparisonResponse.LatencyComparison;
import ai.rhesis.backend.run.comparison.ComparisonResponse.PassRate;
import ai.rhesis.backend.run.comparison.ComparisonResponse.RunReference;
import ai.rhesis.backend.run.comparison.ComparisonResponse.TestCounts;
import ai.rhesis.backend.run.comparison.ComparisonResponse.TokenComparison;
import ai.rhesis.backend.run.comparison.ComparisonResponse.VersionReference;
import ai.rhesis.backend.run.testrun.TestRun;
import ai.rhesis.backend.run.testrun.PinnedVersion;
import ai.rhesis.backend.run.verdict.Decision;
import ai.rhesis.backend.run.verdict.PairedSample;
import ai.rhesis.backend.run.verdict.Parameters;
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

    ComparisonMaker(
            SampleRepository samples,
            CostRepository costs,
            ComparedMetrics metrics,
            Breakdowns breakdowns) {
        this.samples = samples;
        this.costs = costs;
        this.metrics = metrics;
        this.breakdowns = breakdowns;
    }

    ComparisonResponse make(UUID id, Question question, Pairing pairing, List<Match> family) {
        Parameters parameters = question.request().parameters();
        Significance significance = parameters.significance();
        Grouping clustering = question.request().clustering();
        Sample whole = samples.whole(pairing.id(), false);
        List<Cluster> clusters = samples.clusters(pairing.id(), clustering, false);
        requireClusters(clusters, clustering);
        requireKeys(question, pairing);
        Decision decision = Verdicts.decide(
                whole.clustered(pairing.measure(), clusters, !clustering.isAuto()),
                withoutErrors(pairing, clustering),
                parameters);
        CostRepository.Spent before = costs.spent(pairing.baseline());
        CostRepository.Spent now = costs.spent(pairing.candidate());
        return new ComparisonResponse(
                id,
                reference(question.candidate()),
                reference(question.baseline()),
                ComparisonResponse.word(decision.conclusion()),
                new FlagsResponse(
                        decision.flags().better(),
                        decision.flags().worse(),
                        decision.flags().notWorse()),
                decision.reason(),
                counts(pairing.id()),
                PassRate.of(whole, pairing.measure(), decision, significance.level(), parameters.detected()),
                metrics.compare(pairing, family, clustering, significance),
                breakdowns.requirements(pairing, clustering, significance),
                breakdowns.categories(pairing, clustering, significance),
                breakdowns.groups(pairing, question.request().groups(), clustering, significance),
                latency(pairing, clustering, significance),
                new TokenComparison(before.tokens(), now.tokens()),
                new CostComparison(before.cost(), now.cost()),
                Assumptions.of(clustering, Clusters.of(whole.moments(), clusters), decision, pairing, family),
                question.parameters());
    }

    private PairedSample withoutErrors(Pairing pairing, Grouping clustering) {
        return samples.whole(pairing.id(), true)
                .clustered(pairing.measure(), samples.clusters(pairing.id(), clustering, true), !clustering.isAuto());
    }

    private static void requireClusters(List<Cluster> clusters, Grouping clustering) {
        boolean isAsked = !clustering.isAuto() && !clustering.isNone();
        if (isAsked && clusters.size() == 1) {
            throw Problem.invalid("cluster_by", "all paired tests are in one cluster; at least two are needed")
                    .exception();
        }
    }

    /// A key of metadata that no paired test has would put each test into a cluster of its own.
    private void requireKeys(Question question, Pairing pairing) {
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

    private LatencyComparison latency(Pairing pairing, Grouping clustering, Significance significance) {
        CostRepository.Latencies found = costs.latencies(pairing);
        List<Cluster> list = clustering.isNone() ? List.of() : costs.latencyClusters(pairing, clustering);
        Clusters clusters = list.isEmpty() ? null : Clusters.of(found.ratios(), list);
        boolean isUsed = clusters != null && (!clustering.isAuto() || clusters.suffice());
        Ratio ratio = Ratio.of(found.ratios(), isUsed ? clusters : null, significance);
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
                version == null ? null : new VersionReference(version.testSetVersionNumber(), version.testSetVersionHash()));
    }
}
