package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The work of one node on one run: takes items in batches, executes all of them at once and has the results
/// written, until the run ends or the node is to stop. It holds no connection while it waits, and no more items
/// than it has use for.
final class RunWorker {

    private static final Logger log = LoggerFactory.getLogger(RunWorker.class);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final int MIN_BATCH = 4;

    private final UUID node = BaseEntity.newId();
    private final WorkState state = new WorkState();
    private final Slots slots = new Slots();
    private final RunStore.Work work;
    private final RunStore store;
    private final TenantThreads threads;
    private final RunHeartbeat heartbeat;
    private final ResultBuffer buffer;
    private final ItemExecutor items;
    private final EarlyStop early;

    RunWorker(RunStore.Work work, RunStore store, TestExecutors executors, TenantThreads threads) {
        this.work = work;
        this.store = store;
        this.threads = threads;
        this.heartbeat = new RunHeartbeat(work, node, store, slots, state);
        this.early = new EarlyStop(work, store);
        this.buffer = new ResultBuffer(new RunResults(new RetryingResultWriter(work.runId(), store), state, early));
        RateLimit rate = new RateLimit(slots, pause -> store.pause(work, node, pause));
        TestExecutor tests = executors.of(work.plan(), work.metrics(), threads, new TestExecutors.Limits(slots, rate));
        this.items = new ItemExecutor(threads, tests, buffer, state);
    }

    /// @throws RuntimeException when the work could not go on; what is not written then, another node does
    void run(BooleanSupplier stopping) {
        state.onEnd(this::abandon);
        heartbeat.renew();
        Thread renewing = threads.start("heartbeat", heartbeat);
        Thread writing = threads.start("writer", buffer);
        try {
            while (!state.isOver() && !stopping.getAsBoolean()) {
                takeMore();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            state.end();
        } finally {
            // whoever waits for a slot gives up; calls in flight may come to their end
            slots.close();
            items.finish(GRACE);
            buffer.close(writing);
            heartbeat.stop(renewing);
            leave();
        }
        state.rethrow();
    }

    private void takeMore() throws InterruptedException {
        int granted = slots.granted();
        int wanted = wanted(granted);
        int room = room(granted, wanted);
        if (room < wanted) {
            state.await(RunHeartbeat.INTERVAL, () -> slots.granted() != granted || room(granted, wanted) >= wanted);
            return;
        }
        List<Item> taken = store.take(work, node, room);
        state.drained(taken.size() < room);
        taken.forEach(items::begin);
        if (state.isDrained()) {
            finishOrWait();
        }
    }

    private int wanted(int granted) {
        return isSequential() ? 1 : Math.max(granted, MIN_BATCH);
    }

    /// Takes items. As many again as may be in flight always wait behind those, so that no slot waits for the
    /// database. A worker with nothing left to do has no slots any more and goes on looking: another node may have
    /// died with the rest.
    private int room(int granted, int wanted) {
        if (isSequential()) {
            return granted > 0 && state.asking() == 0 && state.held() < MIN_BATCH ? 1 : 0;
        }
        if (state.isExhausted()) {
            return wanted;
        }
        return granted == 0 ? 0 : 3 * wanted - state.held();
    }

    private boolean isSequential() {
        return work.plan().options().isSequential();
    }

    /// Others may hold the rest, and may fail to do it.
    private void finishOrWait() throws InterruptedException {
        if (isIdle()) {
            if (early.look() || store.finish(work.runId())) {
                state.end();
            }
            state.await(RunHeartbeat.INTERVAL, () -> false);
        } else {
            state.await(RunHeartbeat.INTERVAL, this::isIdle);
        }
    }

    private boolean isIdle() {
        return state.unfinished() == 0 && buffer.isIdle();
    }

    /// Gives up all items that are being worked on, because the run ended or went to another node.
    private void abandon() {
        slots.close();
        items.interrupt();
    }

    private void leave() {
        try {
            store.leave(work, node);
        } catch (RuntimeException unreachable) {
            log.info("The items of the run {} are not released; their leases end by themselves", work.runId());
        }
    }
}
