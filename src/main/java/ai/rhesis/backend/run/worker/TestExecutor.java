package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.integration.chat.Answer;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.chat.TimedAnswer;
import ai.rhesis.backend.integration.conversation.Script;
import ai.rhesis.backend.integration.conversation.Transcript;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.Stopwatch;
import ai.rhesis.backend.run.start.RunPlan;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does one test: asks the target, and has the metrics judge what it said.
final class TestExecutor {

    private static final Logger log = LoggerFactory.getLogger(TestExecutor.class);

    private final RunPlan plan;
    private final Map<UUID, MetricSnapshot> metrics;
    private final Instruments instruments;
    private final MetricEvaluator evaluator;
    private final TenantThreads threads;
    private final Slots slots;

    TestExecutor(
            RunPlan plan,
            Map<UUID, MetricSnapshot> metrics,
            Instruments instruments,
            TenantThreads threads,
            Slots slots) {
        this.plan = plan;
        this.metrics = metrics;
        this.instruments = instruments;
        this.threads = threads;
        this.slots = slots;
        this.evaluator = instruments.evaluator(plan, threads);
    }

    /// @throws AbandonedException when the work is stopped
    ItemResult examine(Item item) {
        long begin = System.nanoTime();
        try {
            TestExchange exchange = exchange(item);
            return ItemResult.judged(item.id(), exchange, evaluator.judge(metricsOf(item), exchange.evidence()));
        } catch (CallException failure) {
            return ItemResult.failed(item.id(), Errors.type(failure), String.valueOf(failure.getMessage()))
                    .took(millisSince(begin));
        } catch (AbandonedException stopped) {
            throw stopped;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            log.error("The item {} failed unexpectedly", item.id(), bug);
            return ItemResult.failed(item.id(), Errors.INTERNAL, "this test failed unexpectedly");
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
        TimedAnswer timed = ask(Question.of(item.input()));
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
        Transcript transcript = instruments.conversations().hold(script, plan.driver(), this::ask);
        if (transcript.turns().isEmpty()) {
            throw CallException.answer("the conversation had no turn");
        }
        return TestExchange.of(item, transcript);
    }

    /// Only what calls the target holds a slot: neither who waits for one, nor who judges.
    private TimedAnswer ask(Question question) {
        slots.acquire();
        try {
            return threads.within(plan.options().timeout(), () -> timed(question));
        } finally {
            slots.release();
        }
    }

    private TimedAnswer timed(Question question) {
        Stopwatch watch = new Stopwatch();
        Answer answer = watch.time(() -> instruments.ask(plan.target(), question));
        return new TimedAnswer(answer, watch.millis());
    }

    private static long millisSince(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }
}
