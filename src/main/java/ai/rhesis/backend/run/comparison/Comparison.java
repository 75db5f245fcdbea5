package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.statistics.Interval;
import ai.rhesis.backend.platform.statistics.PairedResult;
import ai.rhesis.backend.platform.statistics.Ppi;
import ai.rhesis.backend.run.comparison.ComparisonMaker.Finding;
import ai.rhesis.backend.run.verdict.Decision;
import ai.rhesis.backend.run.verdict.Flags;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A candidate run beside a baseline: the verdict and everything that it rests on. Rates and alpha are
/// fractions, deltas are candidate less baseline, and what is undefined is null.
public record Comparison(
        UUID id,
        RunReference candidate,
        RunReference baseline,
        String verdict,
        Flags flags,
        String reason,
        TestCounts tests,
        PassRate passRate,
        List<MetricComparison> metrics,
        List<GroupComparison> requirements,
        List<GroupComparison> categories,
        List<GroupComparison> groups,
        LatencyComparison latency,
        TokenComparison tokens,
        CostComparison cost,
        List<Assumption> assumptions,
        AskedParameters parameters) {

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable List<Double> ends(@Nullable Interval interval) {
        return interval == null ? null : List.of(interval.lo(), interval.hi());
    }

    /// One of the two runs.
    public record RunReference(
            UUID id, String name, @Nullable VersionReference testSetVersion) {}

    /// The version of the test set that a run is of.
    public record VersionReference(int number, String hash) {}

    /// The tests of both runs by what became of them; `paired` are those that improved, regressed or are unchanged, and
    /// `not_run` are among the missing.
    public record TestCounts(
            long paired,
            long improved,
            long regressed,
            long unchanged,
            @JsonProperty("new") long added,
            long missing,
            long notRun,
            long notComparable,
            long quarantined,
            ErrorCounts errors) {}

    public record ErrorCounts(long baseline, long candidate) {}

    /// The pass rates over the pairs and their difference.
    public record PassRate(
            @Nullable Double baseline,
            @Nullable Double candidate,
            @Nullable Double delta,
            @Nullable List<Double> ci,
            double level,
            @Nullable Double pValue,
            @Nullable String method,
            String measure,
            @Nullable Double effectSize,
            double detect,
            @Nullable Double mde,
            @Nullable Long testsNeeded,
            @Nullable Integer clusters,
            @Nullable Double df,
            @Nullable Long labelled,
            @Nullable Double lambda,
            WithoutErrors withoutErrors) {

        static PassRate of(Finding finding, PairTerms terms, double detect) {
            SummedPairs pairs = finding.pairs();
            Decision decision = finding.decision();
            Ppi labels = finding.labels();
            PairedResult test = decision.test();
            boolean isEmpty = pairs.isEmpty();
            return new PassRate(
                    isEmpty ? null : pairs.baseline(),
                    isEmpty ? null : pairs.candidate(),
                    test == null ? null : test.delta(),
                    test == null ? null : ends(test.ci()),
                    terms.significance().level(),
                    test == null ? null : test.p(),
                    test == null ? null : word(test.method()),
                    word(terms.pairing().measure()),
                    test == null ? null : test.effectSize(),
                    detect,
                    decision.foresight().mde(),
                    decision.foresight().testsNeeded(),
                    test == null ? null : test.clusters(),
                    test == null ? null : test.df(),
                    labels == null ? null : labels.labelled(),
                    labels == null ? null : labels.lambda(),
                    WithoutErrors.of(decision.withoutErrors()));
        }
    }

    /// The same without pairs in which either test ended in an error.
    public record WithoutErrors(
            @Nullable Double delta,
            @Nullable List<Double> ci,
            @Nullable Double pValue) {

        static WithoutErrors of(@Nullable PairedResult test) {
            return test == null
                    ? new WithoutErrors(null, null, null)
                    : new WithoutErrors(test.delta(), ends(test.ci()), test.p());
        }
    }

    /// One metric of both runs; `p_adjusted` is Holm's over all metrics with a p.
    public record MetricComparison(
            @Nullable UUID id,
            String name,
            String kind,
            long paired,
            ErrorCounts notScored,
            @Nullable Double baseline,
            @Nullable Double candidate,
            @Nullable Double delta,
            @Nullable List<Double> ci,
            @Nullable Double pValue,
            @Nullable Double pAdjusted,
            @Nullable String method,
            @Nullable Double effectSize) {}

    /// The pairs of one requirement, category or group; `p_adjusted` is Holm's over the breakdown.
    public record GroupComparison(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String by,

            @Nullable UUID id,
            @Nullable String name,
            long paired,
            long improved,
            long regressed,
            @Nullable Double delta,
            @Nullable List<Double> ci,
            @Nullable Double pValue,
            @Nullable Double pAdjusted) {}

    /// Milliseconds of the target over the pairs in which both runs have some; `ratio` is candidate to baseline.
    public record LatencyComparison(
            Latency baseline,
            Latency candidate,
            @Nullable Double ratio,
            @Nullable List<Double> ci) {}

    public record Latency(@Nullable Double median, @Nullable Double p95) {}

    /// Tokens of the target and of judges over all results of a run; null where some are unknown.
    public record TokenComparison(Tokens baseline, Tokens candidate) {}

    public record Tokens(@Nullable Long target, @Nullable Long judges) {}

    /// US dollars over all results of a run, of target and judges; null where a part is unknown.
    public record CostComparison(
            @Nullable Double baseline, @Nullable Double candidate) {}

    /// Something that the verdict takes for granted, and that a reader should know.
    public record Assumption(String code, String text) {}

    /// The question with its defaults filled in.
    public record AskedParameters(
            @Nullable Double margin,
            double alpha,
            String alternative,
            double detect,
            @Nullable List<String> metrics,
            List<String> groupBy,
            String clusterBy,
            String verdicts) {}
}
