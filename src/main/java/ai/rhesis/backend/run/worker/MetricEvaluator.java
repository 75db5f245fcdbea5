package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.metric.evaluation.Evidence;
import ai.rhesis.backend.metric.evaluation.Judgement;
import ai.rhesis.backend.metric.judge.Judge;
import ai.rhesis.backend.metric.judge.ProgramJudge;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import ai.rhesis.backend.run.start.RunPlan;
import ai.rhesis.backend.run.testresult.MetricLabel;
import ai.rhesis.backend.run.testresult.MetricScore;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The metrics of a run, which judge a result at the same time. Whatever keeps one from judging is an error of that
/// metric, and never fails the test.
final class MetricEvaluator {

    private static final Logger log = LoggerFactory.getLogger(MetricEvaluator.class);

    private final RunPlan plan;
    private final Judge judge;
    private final ProgramJudge programs;
    private final Assessor assessor;
    private final TenantThreads threads;
    private final Semaphore calls;

    /// @param maxCalls how many models and programs may be judging at a time
    MetricEvaluator(
            RunPlan plan, Judge judge, ProgramJudge programs, Assessor assessor, TenantThreads threads, int maxCalls) {
        this.plan = plan;
        this.judge = judge;
        this.programs = programs;
        this.assessor = assessor;
        this.threads = threads;
        this.calls = new Semaphore(maxCalls);
    }

    List<MetricScore> judge(List<MetricSnapshot> metrics, Evidence evidence) {
        Iterator<FutureTask<MetricScore>> asked = asked(metrics, evidence).iterator();
        Iterator<MetricScore> assessed = assessed(metrics, evidence).iterator();
        return metrics.stream()
                .map(metric -> metric.isDeterministic() ? assessed.next() : await(metric, asked.next()))
                .toList();
    }

    private List<FutureTask<MetricScore>> asked(List<MetricSnapshot> metrics, Evidence evidence) {
        return metrics.stream()
                .filter(metric -> !metric.isDeterministic())
                .map(metric -> threads.begin(() -> timed(metric, () -> ask(metric, evidence))))
                .toList();
    }

    private List<MetricScore> assessed(List<MetricSnapshot> metrics, Evidence evidence) {
        List<MetricSnapshot> assertions =
                metrics.stream().filter(MetricSnapshot::isDeterministic).toList();
        Supplier<List<MetricScore>> judgements = () -> assertions.stream()
                .map(metric -> timed(metric, () -> assessor.assess(metric, evidence)))
                .toList();
        return assertions.size() > 1 ? assessor.together(judgements) : judgements.get();
    }

    private Judgement ask(MetricSnapshot metric, Evidence evidence) throws InterruptedException {
        ModelSnapshot model = metric.asksModel() ? plan.judgeOf(metric) : null;
        if (model == null && !metric.isOfProgram()) {
            return Judgement.error(
                    "configuration",
                    "no model judges: the metric has none, the execution names none in evaluation_model_id, "
                            + "and the user's settings hold none for evaluation");
        }
        calls.acquire();
        try {
            return TenantThreads.calling(
                    plan.options().timeout(),
                    () -> model == null
                            ? programs.judge(metric, evidence, plan.target().projectId())
                            : judge.judge(metric, evidence, model));
        } finally {
            calls.release();
        }
    }

    private MetricScore await(MetricSnapshot metric, FutureTask<MetricScore> asked) {
        try {
            return TenantThreads.await(asked, plan.options().timeout());
        } catch (CallException late) {
            return score(metric, Judgement.error("timeout", "the judge gave " + late.getMessage()), 0);
        }
    }

    private static MetricScore timed(MetricSnapshot metric, Judging judging) {
        long begin = System.nanoTime();
        Judgement judgement = judged(metric, judging);
        return score(metric, judgement, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    }

    private static Judgement judged(MetricSnapshot metric, Judging judging) {
        try {
            return judging.judge();
        } catch (CallException failure) {
            return Judgement.error(Errors.type(failure), String.valueOf(failure.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AbandonedException();
        } catch (AbandonedException | ProblemException stopped) {
            throw stopped;
        } catch (RuntimeException bug) {
            log.error("The metric {} failed unexpectedly", metric.id(), LoggedFailure.of(bug));
            return Judgement.error("internal", "this metric failed unexpectedly");
        }
    }

    private static MetricScore score(MetricSnapshot metric, Judgement judgement, long millis) {
        return new MetricScore(
                metric.name(),
                metric.id(),
                judgement.score(),
                judgement.category(),
                judgement.error() == null ? judgement.successful() : null,
                metric.threshold(),
                judgement.reason(),
                judgement.error(),
                judgement.errorType(),
                millis,
                judgement.usage(),
                null,
                MetricLabel.of(metric),
                null);
    }

    private interface Judging {
        Judgement judge() throws InterruptedException;
    }
}
