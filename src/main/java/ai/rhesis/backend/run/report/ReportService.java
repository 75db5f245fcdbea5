package ai.rhesis.backend.run.report;

import ai.rhesis.backend.run.report.ReportRepository.Baseline;
import ai.rhesis.backend.run.report.ReportRepository.Change;
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

/// Reads a run for its page: the figures at once, the failing tests page by page.
@Service
@Transactional(readOnly = true)
class ReportService {

    private static final int PAGE = 100;

    private final TestRunService runs;
    private final ReportRepository figures;
    private final FailingTestCaseRepository failing;

    ReportService(TestRunService runs, ReportRepository figures, FailingTestCaseRepository failing) {
        this.runs = runs;
        this.figures = figures;
        this.failing = failing;
    }

    /// The figures of a run.
    ///
    /// @throws ProblemException 404 or 410 where there is no such run
    public Report read(UUID runId) {
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
                figures.baseline(runId)
                        .map(baseline -> compare(runId, baseline))
                        .orElse(null));
    }

    /// The next results that did not pass, in the order of the run; empty after the last.
    public List<FailingTestCase> failing(UUID runId, long after) {
        UUID baseline = figures.baseline(runId).map(Baseline::id).orElse(null);
        return failing.page(runId, baseline, after, PAGE);
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

    private @Nullable Comparison compare(UUID runId, Baseline baseline) {
        List<Change> both = figures.changes(runId, baseline.id());
        if (both.isEmpty()) {
            return null;
        }
        List<String> broken =
                both.stream().filter(Change::isBroken).map(Change::name).toList();
        List<String> fixed =
                both.stream().filter(Change::isFixed).map(Change::name).toList();
        return new Comparison(baseline.name(), Figures.time(baseline.createdAt()), both.size(), broken, fixed);
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
