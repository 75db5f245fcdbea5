package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.integration.conversation.Conversations;
import ai.rhesis.backend.integration.enclosure.Enclosures;
import ai.rhesis.backend.metric.judge.Judge;
import ai.rhesis.backend.metric.judge.ProgramJudge;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import ai.rhesis.backend.platform.compute.ComputePool;
import ai.rhesis.backend.run.start.RunPlan;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Executors of tests, each for one run on one node.
@Component
class TestExecutors {

    private static final int JUDGES_PER_CALL = 2;

    private final TargetClient targets;
    private final Enclosures enclosures;
    private final Conversations conversations;
    private final Judge judge;
    private final ProgramJudge programs;
    private final ComputePool pool;
    private final ProgramSettings settings;

    TestExecutors(
            TargetClient targets,
            Enclosures enclosures,
            Conversations conversations,
            Judge judge,
            ProgramJudge programs,
            ComputePool pool,
            ProgramSettings settings) {
        this.targets = targets;
        this.enclosures = enclosures;
        this.conversations = conversations;
        this.judge = judge;
        this.programs = programs;
        this.pool = pool;
        this.settings = settings;
    }

    TestExecutor of(RunPlan plan, Map<UUID, MetricSnapshot> metrics, TenantThreads threads, Limits limits) {
        TargetCalls calls =
                new TargetCalls(plan, targets, enclosures, threads, limits.slots(), limits.rate(), settings.patience());
        MetricEvaluator evaluator = new MetricEvaluator(
                plan,
                judge,
                programs,
                new Assessor(pool),
                threads,
                JUDGES_PER_CALL * plan.options().maxCalls());
        return new TestExecutor(plan, metrics, calls, conversations, evaluator);
    }

    /// The limits on calls to a target.
    ///
    /// @param rate null when nobody waits for a rate limit
    record Limits(Slots slots, @Nullable RateLimit rate) {

        static Limits ofOneCall() {
            return new Limits(Slots.ofOne(), null);
        }
    }
}
