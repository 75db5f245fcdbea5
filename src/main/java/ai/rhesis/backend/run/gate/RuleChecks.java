package ai.rhesis.backend.run.gate;

import static ai.rhesis.backend.run.gate.GateResult.FAIL;
import static ai.rhesis.backend.run.gate.GateResult.INCONCLUSIVE;
import static ai.rhesis.backend.run.gate.GateResult.PASS;

import ai.rhesis.backend.run.calibration.RunJudges;
import ai.rhesis.backend.run.comparison.Comparison;
import ai.rhesis.backend.run.gate.GateQueries.Tagged;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rules of a gate, each set beside what was observed. Reasons are words of this service alone, never of a user or
/// a model.
record RuleChecks(
        GateRules rules,
        RunFigures figures,
        @Nullable Tagged tagged,
        RunJudges judges,
        @Nullable Comparison comparison) {

    /// Returns all rules that were asked for, and the one on tests that were not run.
    Stream<RuleResult> all() {
        return Stream.of(verdict(), passRate(), blockers(), cost(), latency(), errorRate(), calibration(), notRun())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    private @Nullable RuleResult verdict() {
        String wanted = rules.verdict();
        if (wanted == null || comparison == null) {
            return null;
        }
        boolean isFailed = comparison.verdict().equals("worse");
        boolean isProven = switch (wanted) {
            case "not_worse" -> comparison.flags().notWorse();
            case "better" -> comparison.flags().better();
            default -> !isFailed;
        };
        GateResult result = isProven ? PASS : isFailed ? FAIL : INCONCLUSIVE;
        return new RuleResult("verdict", result, comparison.verdict(), wanted, comparison.reason());
    }

    private @Nullable RuleResult passRate() {
        Double limit = rules.minPassRate();
        if (limit == null) {
            return null;
        }
        if (figures.tests() == 0) {
            return unknown("min_pass_rate", limit, "The pass rate is unknown: no test has a result.");
        }
        double rate = (double) figures.passed() / figures.tests();
        return new RuleResult(
                "min_pass_rate",
                GateResult.passIf(rate >= limit),
                rate,
                limit,
                "%d of %d tests with a result passed; at least %s are to pass."
                        .formatted(figures.passed(), figures.tests(), percent(limit)));
    }

    private @Nullable RuleResult blockers() {
        if (rules.blockers() == null || tagged == null) {
            return null;
        }
        String reason = tagged.tests() == 0
                ? "No test of the run has the tag."
                : "%d of %d tests with the tag did not pass.".formatted(tagged.blocking(), tagged.tests());
        return new RuleResult(
                "blockers", GateResult.passIf(tagged.blocking() == 0), tagged.blocking(), rules.blockers(), reason);
    }

    private @Nullable RuleResult cost() {
        Double limit = rules.maxCost();
        if (limit == null) {
            return null;
        }
        Double cost = figures.cost();
        if (cost == null) {
            return unknown("max_cost", limit, "The cost is unknown: a target or a judge told none.");
        }
        String reason = "The run cost $%s; at most $%s are allowed.".formatted(plain(cost), plain(limit));
        return new RuleResult("max_cost", GateResult.passIf(cost <= limit), cost, limit, reason);
    }

    private @Nullable RuleResult latency() {
        Double limit = rules.maxLatencyP95Ms();
        if (limit == null) {
            return null;
        }
        Double latency = figures.latencyP95();
        if (latency == null) {
            return unknown("max_latency_p95_ms", limit, "The latency is unknown: no result without error has one.");
        }
        String reason = "95 %% of the answers came within %s ms; at most %s ms are allowed."
                .formatted(plain(latency), plain(limit));
        return new RuleResult("max_latency_p95_ms", GateResult.passIf(latency <= limit), latency, limit, reason);
    }

    private @Nullable RuleResult errorRate() {
        Double limit = rules.maxErrorRate();
        if (limit == null) {
            return null;
        }
        if (figures.results() == 0) {
            return unknown("max_error_rate", limit, "The rate of errors is unknown: there is no result.");
        }
        double rate = (double) figures.errors() / figures.results();
        return new RuleResult(
                "max_error_rate",
                GateResult.passIf(rate <= limit),
                rate,
                limit,
                "%d of %d results are errors; at most %s are allowed."
                        .formatted(figures.errors(), figures.results(), percent(limit)));
    }

    private @Nullable RuleResult calibration() {
        if (!rules.needsCalibratedJudge()) {
            return null;
        }
        List<String> uncalibrated = judges.uncalibrated();
        String reason = judges.count() == 0
                ? "No model judged the run."
                : "%d of %d metrics that a model judged are not calibrated by reviews."
                        .formatted(uncalibrated.size(), judges.count());
        GateResult result = uncalibrated.isEmpty() ? PASS : INCONCLUSIVE;
        return new RuleResult(
                "require_calibrated_judge", result, uncalibrated.isEmpty() ? 0 : uncalibrated, true, reason);
    }

    private RuleResult notRun() {
        long limit = rules.allowedNotRun();
        long notRun = figures.notRun();
        boolean isPassed = figures.isDecided() || notRun <= limit;
        String reason = figures.isDecided()
                ? "%d tests have no result, because the run was decided early.".formatted(notRun)
                : "%d tests have no result; at most %d may have none.".formatted(notRun, limit);
        return new RuleResult("max_not_run", isPassed ? PASS : INCONCLUSIVE, notRun, limit, reason);
    }

    private static RuleResult unknown(String rule, Object limit, String reason) {
        return new RuleResult(rule, INCONCLUSIVE, null, limit, reason);
    }

    private static String percent(double fraction) {
        return plain(100 * fraction) + " %";
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, "%.4f", value).replaceFirst("\\.?0+$", "");
    }
}
