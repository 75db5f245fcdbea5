package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.statistics.Clusters;
import ai.rhesis.backend.platform.statistics.PairedMethod;
import ai.rhesis.backend.platform.statistics.PairedResult;
import ai.rhesis.backend.platform.statistics.Ppi;
import ai.rhesis.backend.run.comparison.Comparison.Assumption;
import ai.rhesis.backend.run.verdict.Decision;
import java.util.ArrayList;
import java.util.List;

/// The assumptions of a comparison, which its readers should know.
final class Assumptions {

    private Assumptions() {}

    static List<Assumption> of(Inquiry inquiry, Decision decision, List<MetricSample> family) {
        List<Assumption> all = new ArrayList<>();
        all.add(independence(inquiry.terms().clustering(), decision));
        if (decision.test() != null && decision.test().method() == PairedMethod.E_PROCESS) {
            all.add(new Assumption(
                    "decided_early",
                    "The run ended at its verdict, so the figures of metrics and groups alone prove nothing."));
        }
        if (!inquiry.pairing().isByOutcome()) {
            all.add(
                    new Assumption(
                            "unequal_repetitions",
                            "The runs differ in repetitions or pass rules, so the shares of repetitions that passed are compared."));
        }
        all.addAll(reviews(inquiry.reviews(), decision));
        family.stream()
                .map(MetricSample::metric)
                .filter(ComparedMetric::isChanged)
                .map(metric -> new Assumption(
                        "metric_changed",
                        "The metric '%s' judges by another definition or another model in the candidate, so its difference proves nothing."
                                .formatted(metric.name())))
                .forEach(all::add);
        return all;
    }

    private static List<Assumption> reviews(ReviewedPairs reviews, Decision decision) {
        List<Assumption> all = new ArrayList<>();
        if (decision.test() != null && decision.test().method() == PairedMethod.PPI) {
            return all;
        }
        if (reviews.hasQueue() && reviews.labelled() < Ppi.MIN_LABELLED) {
            all.add(new Assumption(
                    "too_few_reviews",
                    "Of the tests that a queue drew from both runs %d are reviewed without a gap; from %d on people's verdicts correct the judge's."
                            .formatted(reviews.labelled(), Ppi.MIN_LABELLED)));
        }
        if (reviews.baselineResults() != reviews.candidateResults()) {
            all.add(new Assumption(
                    "reviewed_unequally",
                    "%d results of the baseline and %d of the candidate are reviewed: correcting one run alone makes a difference by itself."
                            .formatted(reviews.baselineResults(), reviews.candidateResults())));
        }
        return all;
    }

    private static Assumption independence(Grouping clustering, Decision decision) {
        PairedResult test = decision.test();
        if (test != null && test.method() == PairedMethod.CLUSTER_T) {
            return new Assumption(
                    "clustered",
                    "Tests of one %s may go wrong together: %d clusters are compared."
                            .formatted(clustering.property().text(), test.clusters()));
        }
        String why = clustering.isAuto()
                ? "fewer than %d topics hold two paired tests".formatted(Clusters.MIN_SHARED)
                : "no clusters were asked for";
        return new Assumption("independent", "Tests are taken to go wrong independently of each other: " + why + ".");
    }
}
