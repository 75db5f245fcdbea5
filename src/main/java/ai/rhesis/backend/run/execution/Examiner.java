package ai.rhesis.backend.run.execution;

import ai.rhesis.backend.integration.chat.Answer;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.chat.TimedAnswer;
import ai.rhesis.backend.integration.conversation.Script;
import ai.rhesis.backend.integration.conversation.Transcript;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.Stopwatch;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does one test: asks the target, and has the metrics judge what it said.
final class Examiner {

    private static final Logger log = LoggerFactory.getLogger(Examiner.class);

    private final RunPlan plan;
    private final Map<UUID, MetricSnapshot> metrics;
    private final Instruments instruments;
    private final Panel panel;
    private final Crew crew;
    private final Slots slots;

    Examiner(RunPlan plan, Map<UUID, MetricSnapshot> metrics, Instruments instruments, Crew crew, Slots slots) {
        this.plan = plan;
        this.metrics = metrics;
        this.instruments = instruments;
        this.crew = crew;
        this.slots = slots;
        this.panel = instruments.panel(plan, crew);
    }

    /// @throws AbandonedException when the work is stopped
    Finding examine(Item item) {
        long begin = System.nanoTime();
        try {
            Exchange exchange = exchange(item);
            return Finding.judged(item.id(), exchange, panel.judge(metricsOf(item), exchange.evidence()));
        } catch (CallException failure) {
            return Finding.failed(item.id(), Errors.type(failure), String.valueOf(failure.getMessage()))
                    .took(millisSince(begin));
        } catch (AbandonedException stopped) {
            throw stopped;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            log.error("The item {} failed unexpectedly", item.id(), bug);
            return Finding.failed(item.id(), Errors.INTERNAL, "this test failed unexpectedly");
        }
    }

    private List<MetricSnapshot> metricsOf(Item item) {
        return item.metricIds().stream()
                .map(metrics::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private Exchange exchange(Item item) {
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
        return Exchange.of(item, timed.answer(), timed.millis());
    }

    private static Exchange stored(Item item) {
        Item.Stored stored = item.stored();
        if (stored == null
                || stored.output() == null
                || stored.output().path("output").isNull()) {
            String reason = stored == null || stored.error() == null ? "" : ": " + stored.error();
            throw CallException.configuration("the reference run has no output of this test" + reason);
        }
        return Exchange.of(item, stored, stored.output());
    }

    private Exchange converse(Item item, Script script) {
        if (plan.driver() == null) {
            throw CallException.configuration("no model plays the user: the execution names none in "
                    + "execution_model_id, and the user's settings hold none for execution");
        }
        Transcript transcript = instruments.conversations().hold(script, plan.driver(), this::ask);
        if (transcript.turns().isEmpty()) {
            throw CallException.answer("the conversation had no turn");
        }
        return Exchange.of(item, transcript);
    }

    /// Only what calls the target holds a slot: neither who waits for one, nor who judges.
    private TimedAnswer ask(Question question) {
        slots.acquire();
        try {
            return crew.within(plan.options().timeout(), () -> timed(question));
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
