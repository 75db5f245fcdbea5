package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.integration.chat.CallContext;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.chat.TimedAnswer;
import ai.rhesis.backend.integration.conversation.Conversations;
import ai.rhesis.backend.integration.conversation.Script;
import ai.rhesis.backend.integration.conversation.Transcript;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import ai.rhesis.backend.run.start.RunPlan;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The execution of one test: the target is asked, and the metrics judge the answer.
final class TestExecutor {

    private static final Logger log = LoggerFactory.getLogger(TestExecutor.class);

    private final RunPlan plan;
    private final Map<UUID, MetricSnapshot> metrics;
    private final TargetCalls target;
    private final Conversations conversations;
    private final MetricEvaluator evaluator;

    TestExecutor(
            RunPlan plan,
            Map<UUID, MetricSnapshot> metrics,
            TargetCalls target,
            Conversations conversations,
            MetricEvaluator evaluator) {
        this.plan = plan;
        this.metrics = metrics;
        this.target = target;
        this.conversations = conversations;
        this.evaluator = evaluator;
    }

    /// @param answered runs once the target has answered or failed, before the metrics judge
    /// @throws AbandonedException when the work is stopped
    ItemResult execute(Item item, Runnable answered) {
        long begin = System.nanoTime();
        try {
            TestExchange exchange = exchange(item, answered);
            return ItemResult.judged(item, exchange, evaluator.judge(metricsOf(item), exchange.evidence()));
        } catch (CallException failure) {
            return ItemResult.failed(item, Errors.type(failure), String.valueOf(failure.getMessage()))
                    .took(millisSince(begin));
        } catch (AbandonedException | ProblemException stopped) {
            throw stopped;
        } catch (CancellationException stopped) {
            throw new AbandonedException();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            log.error("The item {} failed unexpectedly", item.id(), LoggedFailure.of(bug));
            return ItemResult.failed(item, Errors.INTERNAL, "this test failed unexpectedly");
        }
    }

    private TestExchange exchange(Item item, Runnable answered) {
        try {
            return exchange(item);
        } finally {
            answered.run();
        }
    }

    private List<MetricSnapshot> metricsOf(Item item) {
        return item.metricIds().stream()
                .map(metrics::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private TestExchange exchange(Item item) {
        if (plan.isRescore()) {
            return stored(item);
        }
        Script script = item.script();
        if (script != null) {
            return converse(item, script);
        }
        if (item.input() == null) {
            throw CallException.configuration("the test has no prompt any more");
        }
        TimedAnswer timed = target.ask(Question.of(item.input()), item.files().all(), CallContext.begin(item.test()));
        return TestExchange.of(item, timed.answer(), timed.millis());
    }

    private static TestExchange stored(Item item) {
        Item.Stored stored = item.stored();
        if (stored == null
                || stored.output() == null
                || stored.output().path("output").isNull()) {
            String reason = stored == null || stored.error() == null ? "" : ": " + stored.error();
            throw CallException.configuration("the reference run has no output of this test" + reason);
        }
        return TestExchange.of(item, stored, stored.output());
    }

    private TestExchange converse(Item item, Script script) {
        if (plan.driver() == null) {
            throw CallException.configuration("no model plays the user: the execution names none in "
                    + "execution_model_id, and the user's settings hold none for execution");
        }
        CallContext context = CallContext.begin(item.test());
        Transcript transcript = conversations.hold(
                script.with(item.files().all()),
                plan.driver(),
                (question, files) -> target.ask(question, files, context));
        if (transcript.turns().isEmpty()) {
            throw CallException.answer("the conversation had no turn");
        }
        return TestExchange.of(item, transcript);
    }

    private static long millisSince(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }
}
