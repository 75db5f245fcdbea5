package ai.rhesis.backend.run.comparison;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.platform.statistics.Holm;
import ai.rhesis.backend.platform.statistics.PairedResult;
import ai.rhesis.backend.run.comparison.ComparisonResponse.MetricComparison;
import ai.rhesis.backend.run.comparison.MetricSampleQueries.MetricSample;
import ai.rhesis.backend.run.verdict.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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

    /// Matches the metrics of two runs by id, else by name, in the order of names.
    List<Match> match(UUID candidate, UUID baseline) {
        List<RunMetric> before = samples.metrics(baseline);
        Map<UUID, RunMetric> byId = before.stream()
                .filter(metric -> metric.id() != null)
                .collect(toMap(metric -> Objects.requireNonNull(metric.id()), identity(), (first, second) -> first));
        Map<String, RunMetric> byName = before.stream().collect(toMap(RunMetric::name, identity()));
        List<Match> matches = new ArrayList<>();
        for (RunMetric metric : samples.metrics(candidate)) {
            RunMetric same = metric.id() == null ? null : byId.get(metric.id());
            same = same == null ? byName.get(metric.name()) : same;
            if (same != null) {
                matches.add(new Match(metric, same));
            }
        }
        return matches;
    }

    List<MetricComparison> compare(PairTerms terms, List<Match> matches) {
        if (matches.isEmpty()) {
            return List.of();
        }
        List<Tested> tested = samples.read(terms.pairing(), matches, terms.clustering()).stream()
                .map(sample -> test(matches.get(sample.place()), sample, terms))
                .toList();
        List<@Nullable Double> adjusted =
                Holm.adjust(tested.stream().map(Tested::p).collect(Collectors.toList()));
        List<MetricComparison> all = new ArrayList<>();
        for (int place = 0; place < tested.size(); place++) {
            all.add(tested.get(place).response(adjusted.get(place)));
        }
        return all;
    }

    private static Tested test(Match match, MetricSample sample, PairTerms terms) {
        Measure measure = match.isNumeric() ? Measure.SCORE : terms.pairing().measure();
        return new Tested(match, sample, terms.test(sample.group(), measure));
    }

    /// A metric of both runs.
    record Match(RunMetric candidate, RunMetric baseline) {

        boolean isNumeric() {
            return candidate.isNumeric();
        }

        /// Tells whether the metric judges by another definition or another model than before.
        boolean isChanged() {
            return candidate.definition() != null
                    && baseline.definition() != null
                    && !candidate.definition().equals(baseline.definition());
        }

        boolean answersTo(String text) {
            return candidate.answersTo(text);
        }
    }

    private record Tested(
            Match match, MetricSample sample, @Nullable PairedResult result) {

        /// Returns the p-value; null for a metric that was changed between the runs, which has a difference and no
        /// proof.
        @Nullable
        Double p() {
            return result == null || match.isChanged() ? null : result.p();
        }

        MetricComparison response(@Nullable Double adjusted) {
            SummedPairs pairs = sample.group().pairs();
            boolean isEmpty = pairs.isEmpty();
            return new MetricComparison(
                    match.candidate().id(),
                    match.candidate().name(),
                    match.candidate().kind(),
                    pairs.signs().n(),
                    new ComparisonResponse.ErrorCounts(sample.unscoredBaseline(), sample.unscoredCandidate()),
                    isEmpty ? null : pairs.baseline(),
                    isEmpty ? null : pairs.candidate(),
                    isEmpty ? null : pairs.moments().mean(),
                    result == null ? null : ComparisonResponse.ends(result.ci()),
                    p(),
                    adjusted,
                    result == null ? null : ComparisonResponse.word(result.method()),
                    result == null ? null : result.effectSize());
        }
    }
}
