package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import ai.rhesis.backend.platform.statistics.Holm;
import ai.rhesis.backend.platform.statistics.PairedResult;
import ai.rhesis.backend.run.comparison.Comparison.MetricComparison;
import ai.rhesis.backend.run.verdict.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The metrics of two runs beside each other, as one family of tests.
@Component
class ComparedMetrics {

    private final MetricSampleQueries samples;

    ComparedMetrics(MetricSampleQueries samples) {
        this.samples = samples;
    }

    /// Finds the metrics of both runs that are asked for, by name or id; all where none are named.
    ///
    /// @throws ProblemException 422 for one that both runs don't have
    List<MetricSample> find(PairTerms terms, @Nullable List<String> asked) {
        List<MetricSample> all = samples.read(terms.pairing(), asked, terms.clustering());
        List<Violation> unknown = Objects.requireNonNullElse(asked, List.<String>of()).stream()
                .filter(name -> all.stream().noneMatch(sample -> sample.metric().answersTo(name)))
                .map(name -> Violation.ofBody("metrics", "unknown", "both runs have no metric '" + name + "'"))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.invalid(unknown).exception();
        }
        return all.stream().filter(sample -> sample.metric().isAsked()).toList();
    }

    /// Compares the metrics by which some pair was judged.
    static List<MetricComparison> compare(PairTerms terms, List<MetricSample> family) {
        List<Tested> tested = family.stream()
                .filter(sample -> sample.group() != null)
                .map(sample -> test(sample, Objects.requireNonNull(sample.group()), terms))
                .toList();
        List<@Nullable Double> adjusted =
                Holm.adjust(tested.stream().map(Tested::p).collect(Collectors.toList()));
        List<MetricComparison> all = new ArrayList<>();
        for (int place = 0; place < tested.size(); place++) {
            all.add(tested.get(place).comparison(adjusted.get(place)));
        }
        return all;
    }

    private static Tested test(MetricSample sample, PairedGroup group, PairTerms terms) {
        Measure measure =
                sample.metric().isNumeric() ? Measure.SCORE : terms.pairing().measure();
        return new Tested(sample, group.pairs(), terms.test(group, measure));
    }

    private record Tested(
            MetricSample sample,
            SummedPairs pairs,
            @Nullable PairedResult result) {

        /// Returns the p-value; null for a metric that was changed between the runs, which has a difference and no
        /// proof.
        @Nullable
        Double p() {
            return result == null || sample.metric().isChanged() ? null : result.p();
        }

        MetricComparison comparison(@Nullable Double adjusted) {
            boolean isEmpty = pairs.isEmpty();
            return new MetricComparison(
                    sample.metric().id(),
                    sample.metric().name(),
                    sample.metric().kind(),
                    pairs.signs().n(),
                    new Comparison.ErrorCounts(sample.unscoredBaseline(), sample.unscoredCandidate()),
                    isEmpty ? null : pairs.baseline(),
                    isEmpty ? null : pairs.candidate(),
                    isEmpty ? null : pairs.moments().mean(),
                    result == null ? null : Comparison.ends(result.ci()),
                    p(),
                    adjusted,
                    result == null ? null : Comparison.word(result.method()),
                    result == null ? null : result.effectSize());
        }
    }
}
