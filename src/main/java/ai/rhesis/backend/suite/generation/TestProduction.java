package ai.rhesis.backend.suite.generation;

import ai.rhesis.backend.integration.provider.GenerationCalls;
import ai.rhesis.backend.platform.compute.ComputePool;
import ai.rhesis.backend.platform.compute.TooComplexException;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.CallTimeout;
import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The production of the tests that a plan lacks: a few calls at once, whose answers one thread checks and hands on.
/// It holds no connection while it waits.
final class TestProduction {

    private static final Logger log = LoggerFactory.getLogger(TestProduction.class);
    private static final int MAX_CALLS_AT_ONCE = 4;
    private static final int MAX_FAILURES = 3;
    private static final Duration MAX_CHECK = Duration.ofSeconds(5);
    private static final long LOOK_MILLIS = 500;

    private final TestWriter writer;
    private final ComputePool pool;
    private final TestWriter.Order order;
    private final Acceptance acceptance;
    private final Tenant tenant = Tenant.current();
    private final BlockingQueue<Landed> landed = new LinkedBlockingQueue<>();
    private final Map<Integer, Thread> flights = new HashMap<>();
    private int failures;
    private @Nullable CallException failure;
    private @Nullable String problem;

    TestProduction(TestWriter writer, ComputePool pool, TestWriter.Order order, Acceptance acceptance) {
        this.writer = writer;
        this.pool = pool;
        this.order = order;
        this.acceptance = acceptance;
    }

    /// Produces until the plan is filled as far as the model can, calls fail, or the receiver stops it.
    ProductionEnd run(ProductionSink sink) {
        try {
            boolean goesOn = true;
            while (goesOn && failure == null && hasMore(sink)) {
                Landed answer = landed.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                goesOn = !sink.isStopped() && (answer == null || settle(answer, sink));
            }
            return new ProductionEnd(!goesOn, failure, problem);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new ProductionEnd(true, failure, problem);
        } finally {
            flights.values().forEach(Thread::interrupt);
        }
    }

    /// Keeps the calls going. When the plan has none left, tests that were over fill its gaps, and what is
    /// still missing goes to the cells that the model can fill.
    private boolean hasMore(ProductionSink sink) {
        launch();
        if (!flights.isEmpty()) {
            return true;
        }
        Produced rest = acceptance.fillFromSurplus();
        if (!rest.tests().isEmpty() && !sink.take(rest)) {
            return false;
        }
        if (acceptance.coverage().redistribute()) {
            launch();
        }
        return !flights.isEmpty();
    }

    private void launch() {
        while (flights.size() < MAX_CALLS_AT_ONCE) {
            Assignment assignment = acceptance.coverage().next();
            if (assignment == null) {
                return;
            }
            List<String> taken = acceptance.taken();
            flights.put(
                    assignment.number(),
                    Thread.ofVirtual().name("generation").start(() -> landed.add(call(assignment, taken))));
        }
    }

    private Landed call(Assignment assignment, List<String> taken) {
        try {
            TestWriter.Written written = tenant.call(
                    () -> CallTimeout.within(GenerationCalls.TIMEOUT, () -> writer.write(order, assignment, taken)));
            return new Landed(assignment, written, null);
        } catch (CallException noAnswer) {
            return new Landed(assignment, null, noAnswer);
        } catch (RuntimeException broken) {
            log.warn("A call of a generation failed", LoggedFailure.of(broken));
            return new Landed(assignment, null, CallException.answer("the call failed within this server"));
        }
    }

    private boolean settle(Landed answer, ProductionSink sink) {
        flights.remove(answer.assignment().number());
        TestWriter.Written written = answer.written();
        if (written == null) {
            acceptance.coverage().release(answer.assignment());
            failed(answer.failure());
            return true;
        }
        failures = 0;
        problem = written.problem() == null ? problem : written.problem();
        try {
            return sink.take(ComputePool.inBackground(() -> pool.call(() -> acceptance.accept(written), MAX_CHECK)));
        } catch (TooComplexException late) {
            // nothing more is accepted: the check may still go on
            failure = CallException.answer("the answer takes too long to be checked");
            return true;
        }
    }

    private void failed(@Nullable CallException noAnswer) {
        failures++;
        if (noAnswer != null && (failures >= MAX_FAILURES || !GenerationCalls.isPassing(noAnswer))) {
            failure = noAnswer;
        }
    }

    private record Landed(
            Assignment assignment,
            TestWriter.@Nullable Written written,
            @Nullable CallException failure) {}
}
