package ai.rhesis.backend.run.report;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.run.comparison.CompareRequest;
import ai.rhesis.backend.run.comparison.ComparedTestPages;
import ai.rhesis.backend.run.comparison.ComparedTestView;
import ai.rhesis.backend.run.comparison.Comparison;
import ai.rhesis.backend.run.comparison.ComparisonService;
import ai.rhesis.backend.run.testrun.RunLifecycle;
import ai.rhesis.backend.run.testrun.TestRun;
import ai.rhesis.backend.run.testrun.TestRunService;
import ai.rhesis.backend.run.testrun.TestRunStats;
import ai.rhesis.backend.run.testrun.TestRunView;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The reading of a run for its page: the figures at once, the failing tests page by page.
@Service
@Transactional(readOnly = true)
class ReportService {

    private static final int PAGE = 100;

    private final TestRunService runs;
    private final ReportQueries figures;
    private final FailingTestCaseQueries failing;
    private final AsideTestQueries aside;
    private final ComparisonService comparisons;
    private final ComparedTestPages tests;

    ReportService(
            TestRunService runs,
            ReportQueries figures,
            FailingTestCaseQueries failing,
            AsideTestQueries aside,
            ComparisonService comparisons,
            ComparedTestPages tests) {
        this.runs = runs;
        this.figures = figures;
        this.failing = failing;
        this.aside = aside;
        this.comparisons = comparisons;
        this.tests = tests;
    }

    /// Reads the figures of a run, and compares it with a baseline by id or name, else with the run before.
    ///
    /// @throws ProblemException 404 or 410 where there is no such run, 409 while one of them goes on,
    ///     422 for a baseline that does not exist
    @Transactional
    Report read(UUID runId, @Nullable String baseline) {
        TestRunView view = runs.get(runId);
        TestRun run = view.run();
        TestRunStats stats = view.stats();
        Tally total = new Tally("all", stats.passed(), stats.failed(), stats.errors());
        return new Report(
                run.getName(),
                run.getState().toString(),
                orDash(run.getTestSetName()),
                orDash(run.getTargetName()),
                time(run.getStartedAt()),
                duration(run),
                view.user() == null ? null : view.user().name(),
                total,
                stats.total() - total.total(),
                figures.byRequirement(runId),
                figures.byCategory(runId),
                figures.byMetric(runId),
                distributions(runId),
                verdict(run, baseline),
                aside.flaky(runId),
                aside.quarantined(runId));
    }

    /// Returns the next results that did not pass, in the order of the run; empty after the last.
    List<FailingTestCase> failing(UUID runId, @Nullable UUID comparisonId, long after) {
        return failing.page(runId, comparisonId, after, PAGE);
    }

    /// Returns the next regressions of a comparison, in the order of the set.
    Listing<ComparedTestView> regressions(UUID comparisonId, @Nullable String cursor) {
        return tests.page(comparisonId, "regressed", cursor, PAGE);
    }

    private List<Distribution> distributions(UUID runId) {
        Long[] steps = Figures.steps();
        return Stream.of(
                        figures.latencies(runId, steps)
                                .map(spread -> distribution("Latency of the target", spread, Figures::millis, null)),
                        figures.costs(runId, steps)
                                .map(spread -> distribution(
                                        "Cost of target and judges",
                                        spread,
                                        Figures::dollars,
                                        Figures.dollars(spread.total()))))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Distribution distribution(
            String title, Spread spread, LongFunction<String> unit, @Nullable String total) {
        List<Distribution.Bar> bars = Arrays.stream(spread.used())
                .mapToObj(place -> new Distribution.Bar(
                        "< " + unit.apply(Figures.step(place)),
                        spread.counts()[place],
                        Math.round(1000.0 * spread.counts()[place] / spread.highest()) / 10.0))
                .toList();
        return new Distribution(
                title,
                bars,
                unit.apply(spread.median()),
                unit.apply(spread.percentile95()),
                unit.apply(spread.largest()),
                total);
    }

    private @Nullable VerdictPanel verdict(TestRun run, @Nullable String baseline) {
        return (baseline == null ? byDefault(run) : named(run, baseline))
                .map(VerdictPanel::of)
                .orElse(null);
    }

    private Optional<Comparison> named(TestRun run, String baseline) {
        if (comparisons.runNamed(run, baseline).isEmpty()) {
            throw Problem.invalid(List.of(Violation.at(
                            "query",
                            "baseline",
                            "value_error",
                            "is neither the id of a run nor the name of a baseline of the run's test set")))
                    .exception();
        }
        return Optional.of(comparisons.compare(run.getId(), CompareRequest.with(baseline)));
    }

    /// Compares a run that has ended with the one that it refers to, else with the one before, where they share a test.
    private Optional<Comparison> byDefault(TestRun run) {
        if (RunLifecycle.isGoingOn(run)) {
            return Optional.empty();
        }
        return figures.baseline(run.getId())
                .map(id -> comparisons.compare(run.getId(), CompareRequest.with(id.toString())))
                .filter(comparison -> comparison.tests().paired() > 0);
    }

    private static @Nullable String duration(TestRun run) {
        return run.getStartedAt() == null || run.getCompletedAt() == null
                ? null
                : Figures.duration(Duration.between(run.getStartedAt(), run.getCompletedAt()));
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : Figures.time(instant);
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "–" : text;
    }
}
