package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import ai.rhesis.backend.platform.statistics.Clusters;
import ai.rhesis.backend.platform.statistics.Ppi;
import ai.rhesis.backend.platform.statistics.Ratio;
import ai.rhesis.backend.run.comparison.Comparison.LatencyComparison;
import ai.rhesis.backend.run.comparison.Comparison.PassRate;
import ai.rhesis.backend.run.comparison.Comparison.RunReference;
import ai.rhesis.backend.run.comparison.Comparison.VersionReference;
import ai.rhesis.backend.run.testrun.PinnedVersion;
import ai.rhesis.backend.run.testrun.TestRun;
import ai.rhesis.backend.run.verdict.Decision;
import ai.rhesis.backend.run.verdict.Measure;
import ai.rhesis.backend.run.verdict.Parameters;
import ai.rhesis.backend.run.verdict.Verdicts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The making of a comparison out of its pairs: SQL pairs and counts, the statistics decide.
@Component
class ComparisonMaker {

    private final SampleQueries samples;
    private final CostQueries costs;
    private final ComparedMetrics metrics;
    private final Breakdowns breakdowns;
    private final DecidedRunQueries decided;

    ComparisonMaker(
            SampleQueries samples,
            CostQueries costs,
            ComparedMetrics metrics,
            Breakdowns breakdowns,
            DecidedRunQueries decided) {
        this.samples = samples;
        this.costs = costs;
        this.metrics = metrics;
        this.breakdowns = breakdowns;
        this.decided = decided;
    }

    Comparison make(Inquiry inquiry) {
        Pairing pairing = inquiry.pairing();
        requireKeys(inquiry.question(), pairing);
        Samples found = samples.read(
                pairing.id(), inquiry.question().properties(), inquiry.terms().clustering());
        requireClusters(found.whole(), inquiry.terms().clustering());
        PairTerms terms = inquiry.terms().inPartsOf(found.whole());
        boolean isDecided = decided.isDecided(pairing.candidate());
        return comparison(inquiry, terms, found, isDecided ? decidedEarly(inquiry) : judged(inquiry, terms, found));
    }

    private Finding judged(Inquiry inquiry, PairTerms terms, Samples found) {
        ReviewedPairs reviews = inquiry.reviews();
        // what people say stands beside what was judged automatically, and not in its place
        Pairing automatic = reviews.judgedIn(terms.significance());
        Samples judged = automatic == null
                ? found
                : samples.read(automatic.id(), List.of(), inquiry.terms().clustering());
        Decision decision = Verdicts.decide(
                terms.sample(judged.whole()).labelled(automatic == null ? null : reviews.all()),
                terms.sample(judged.withoutErrors()).labelled(automatic == null ? null : reviews.withoutErrors()),
                inquiry.question().request().parameters());
        return new Finding(judged.whole().pairs(), decision, automatic == null ? null : reviews.all());
    }

    /// Any other method would take the moment at which the run ended for chance.
    private Finding decidedEarly(Inquiry inquiry) {
        Parameters parameters = inquiry.question().request().parameters();
        LookedAtPairs all = new LookedAtPairs(parameters.significance().alpha());
        LookedAtPairs withoutErrors =
                new LookedAtPairs(parameters.significance().alpha());
        decided.read(inquiry.pairing(), all, withoutErrors);
        Measure measure = inquiry.pairing().measure();
        return new Finding(
                all.pairs(), Verdicts.decide(all.sample(measure), withoutErrors.sample(measure), parameters), null);
    }

    private Comparison comparison(Inquiry inquiry, PairTerms terms, Samples found, Finding finding) {
        Decision decision = finding.decision();
        CostQueries.Spending spending = costs.spent(terms.pairing());
        List<MetricSample> family =
                metrics.find(terms, inquiry.question().request().metrics());
        return new Comparison(
                inquiry.id(),
                reference(inquiry.question().candidate()),
                reference(inquiry.question().baseline()),
                Comparison.word(decision.conclusion()),
                decision.flags(),
                decision.reason(),
                costs.counts(terms.pairing().id()),
                PassRate.of(finding, terms, inquiry.detected()),
                ComparedMetrics.compare(terms, family),
                breakdowns.requirements(terms, found),
                breakdowns.categories(terms, found),
                breakdowns.groups(terms, found, inquiry.question().request().groups()),
                latency(terms),
                spending.tokens(),
                spending.cost(),
                Assumptions.of(inquiry, decision, family),
                inquiry.question().parameters());
    }

    private static void requireClusters(PairedGroup whole, Grouping clustering) {
        boolean isAsked = !clustering.isAuto() && !clustering.isNone();
        if (isAsked && whole.clusters() != null && whole.clusters().count() == 1) {
            throw Problem.invalid("cluster_by", "all paired tests are in one cluster; at least two are needed")
                    .exception();
        }
    }

    /// Refuses a key of metadata that no paired test has: it would put each test into a cluster of its own.
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

    private LatencyComparison latency(PairTerms terms) {
        CostQueries.Latencies found = costs.latencies(terms.pairing(), terms.clustering());
        Clusters clusters = found.clusters();
        boolean isUsed = clusters != null && (!terms.clustering().isAuto() || clusters.suffice());
        Ratio ratio = Ratio.of(found.ratios(), isUsed ? clusters : null, terms.significance());
        return new LatencyComparison(
                found.baseline(),
                found.candidate(),
                ratio == null ? null : ratio.value(),
                ratio == null ? null : Comparison.ends(ratio.ci()));
    }

    /// The decision, the pairs that it is about, and what people's labels add to them.
    record Finding(
            SummedPairs pairs, Decision decision, @Nullable Ppi labels) {}

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
