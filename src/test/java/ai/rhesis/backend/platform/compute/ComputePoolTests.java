package ai.rhesis.backend.platform.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ComputePoolTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ComputePool pool = new ComputePool(2);
    private final Tenant greedy = tenant();
    private final Tenant modest = tenant();

    @AfterEach
    void close() {
        pool.destroy();
    }

    @Test
    void workRunsForItsTenantOnDaemonPlatformThread() {
        Tenant inside = as(greedy, () -> pool.call(Tenant::current, LONG));
        Thread thread = as(greedy, () -> pool.call(Thread::currentThread, LONG));
        assertThat(inside).isEqualTo(greedy);
        assertThat(thread.isVirtual()).isFalse();
        assertThat(thread.isDaemon()).isTrue();
    }

    @Test
    void oneOrganizationHoldsHalfAtMost() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        List<Future<String>> many = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            many.add(begin(greedy, () -> pool.call(() -> awaiting(end), LONG)));
        }
        assertThat(as(modest, () -> pool.call(() -> "served", LONG))).isEqualTo("served");
        assertThat(many).noneMatch(Future::isDone);
        end.countDown();
        for (Future<String> one : many) {
            assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo("ended");
        }
    }

    @Test
    void workBeyondItsLimitIsInterruptedAndTellsTheLimit() {
        CountDownLatch interrupted = new CountDownLatch(1);
        assertThatThrownBy(() -> as(greedy, () -> pool.call(() -> spinning(interrupted), Duration.ofMillis(100))))
                .isInstanceOf(TooComplexException.class)
                .hasMessage("takes longer than 0.1 seconds");
        assertThat(interrupted)
                .satisfies(
                        latch -> assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue());
        assertThat(as(greedy, () -> pool.call(() -> "next", LONG))).isEqualTo("next");
    }

    @Test
    void interruptOfTheWaitingThreadGivesTheWorkUp() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        FutureTask<String> waiting = begin(
                greedy,
                () -> pool.call(
                        () -> {
                            begun.countDown();
                            return spinning(interrupted);
                        },
                        LONG));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        waiting.cancel(true);
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void requestsAreRefusedWhenTooManyWaitAndRunsWait() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        begin(
                greedy,
                () -> pool.call(
                        () -> {
                            begun.countDown();
                            return awaiting(end);
                        },
                        LONG));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        CountDownLatch refusals = new CountDownLatch(100);
        for (int i = 0; i < ComputePool.MAX_WAITING_REQUESTS + 100; i++) {
            begin(greedy, () -> refused(refusals));
        }
        assertThat(refusals.await(10, TimeUnit.SECONDS)).isTrue();
        Future<String> ofRun = begin(greedy, () -> ComputePool.inBackground(() -> pool.call(() -> "ran", LONG)));
        assertThat(as(modest, () -> pool.call(() -> "served", LONG))).isEqualTo("served");
        end.countDown();
        assertThat(ofRun.get(10, TimeUnit.SECONDS)).isEqualTo("ran");
    }

    private String refused(CountDownLatch refusals) {
        try {
            return pool.call(() -> "done", LONG);
        } catch (ProblemException busy) {
            assertThat(busy.problem().httpStatus().value()).isEqualTo(503);
            assertThat(busy.problem().members()).containsEntry("retry_after", 2);
            refusals.countDown();
            throw busy;
        }
    }

    @Test
    void workInsideWorkStaysOnItsThread() {
        List<Thread> threads = as(
                greedy,
                () -> pool.call(() -> List.of(Thread.currentThread(), pool.call(Thread::currentThread, LONG)), LONG));
        assertThat(threads.getFirst()).isSameAs(threads.getLast());
    }

    @Test
    void failureOfTheWorkIsTheCallers() {
        assertThatThrownBy(() -> as(
                        greedy,
                        () -> pool.call(
                                () -> {
                                    throw new IllegalArgumentException("mine");
                                },
                                LONG)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mine");
        assertThatThrownBy(() -> as(greedy, () -> pool.call(this::endlessly, LONG)))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void closedPoolGivesUpWhatWaitsAndWhatRuns() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        begin(
                greedy,
                () -> pool.call(
                        () -> {
                            begun.countDown();
                            return spinning(interrupted);
                        },
                        LONG));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        pool.destroy();
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> as(greedy, () -> pool.call(() -> "late", LONG)))
                .isInstanceOf(CancellationException.class);
    }

    private int endlessly() {
        return endlessly() + 1;
    }

    private static String awaiting(CountDownLatch end) {
        try {
            return end.await(30, TimeUnit.SECONDS) ? "ended" : "late";
        } catch (InterruptedException stopped) {
            return "interrupted";
        }
    }

    /// Works until the budget sees the interrupt.
    private static String spinning(CountDownLatch interrupted) {
        Budget budget = new Budget(Long.MAX_VALUE, LONG);
        try {
            while (true) {
                budget.spend(1);
            }
        } catch (CancellationException seen) {
            interrupted.countDown();
            throw seen;
        }
    }

    private static <T> FutureTask<T> begin(Tenant tenant, Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(() -> as(tenant, work));
        Thread.startVirtualThread(task);
        return task;
    }

    private static <T> T as(Tenant tenant, Supplier<T> work) {
        return tenant.<T, RuntimeException>call(work::get);
    }

    private static Tenant tenant() {
        return new Tenant(UUID.randomUUID(), UUID.randomUUID());
    }
}
