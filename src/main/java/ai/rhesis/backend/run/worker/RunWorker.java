package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.tenancy.NotAMemberException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run on one node: takes items in batches, works on all of them at once and has the results written, until the run
/// ends or the node is to stop. It holds no connection while it waits, and no more items than it has use for.
final class RunWorker {

    private static final Logger log = LoggerFactory.getLogger(RunWorker.class);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final int MIN_BATCH = 4;

    private final UUID node = BaseEntity.newId();
    private final RunStore.Work work;
    private final RunStore store;
    private final TenantThreads threads;
    private final Slots slots = new Slots();
    private final RetryingResultWriter writer;
    private final ResultBuffer buffer = new ResultBuffer(this::write);
    private final ItemExecutor items;
    private volatile boolean isDrained;
    private volatile boolean isOver;
    private volatile boolean isLeaving;
    private volatile @Nullable RuntimeException failure;

    RunWorker(RunStore.Work work, RunStore store, Instruments instruments, TenantThreads threads) {
        this.work = work;
        this.store = store;
        this.threads = threads;
        TestExecutor testExecutor = new TestExecutor(work.plan(), work.metrics(), instruments, threads, slots);
        this.items = new ItemExecutor(threads, testExecutor, buffer, this::wake);
        this.writer = new RetryingResultWriter(work.runId(), store);
    }

    /// @throws RuntimeException when the work could not go on; what is not written then, another node does
    void run(BooleanSupplier stopping) {
        heartbeat();
        Thread heart = threads.start("heart", this::keepBeating);
        Thread writer = threads.start("writer", buffer);
        try {
            while (!isOver && !stopping.getAsBoolean()) {
                takeMore();
            }
        } finally {
            // whoever waits for a slot gives up; calls in flight may come to their end
            slots.close();
            items.empty(GRACE);
            buffer.close(writer);
            endBeating(heart);
            leave();
        }
        if (failure != null) {
            throw failure;
        }
    }

    /// As many again as may be in flight always wait behind those, so that no slot waits for the database.
    private void takeMore() {
        int granted = slots.granted();
        int batch = Math.max(granted, MIN_BATCH);
        int room = room(granted, batch);
        if (room < batch) {
            rest(() -> slots.granted() != granted || room(granted, batch) >= batch);
            return;
        }
        List<Item> taken = store.take(work.runId(), node, room);
        isDrained = taken.size() < room;
        taken.forEach(items::begin);
        if (isDrained) {
            endOrRest();
        }
    }

    /// Who has nothing left to do has no slots any more, and goes on looking: another node may have died with the rest.
    private int room(int granted, int batch) {
        if (isDrained && items.count() == 0) {
            return batch;
        }
        return granted == 0 ? 0 : 3 * batch - items.size();
    }

    /// Others may hold the rest, and may fail to do it.
    private void endOrRest() {
        if (items.count() == 0 && buffer.isIdle()) {
            if (store.finish(work.runId())) {
                over();
            }
            rest(() -> false);
        } else {
            rest(() -> items.count() == 0 && buffer.isIdle());
        }
    }

    private synchronized void rest(BooleanSupplier until) {
        long end = System.nanoTime() + BEAT.toNanos();
        try {
            for (long left = BEAT.toMillis(); left > 0 && !isOver && !until.getAsBoolean(); ) {
                wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            over();
        }
    }

    private synchronized void wake() {
        notifyAll();
    }

    private void write(List<ItemResult> itemResults) {
        try {
            if (!isOver && !writer.write(itemResults, isDrained && items.count() == 0)) {
                over();
            }
        } catch (RuntimeException stopped) {
            failure = stopped;
            over();
        } catch (OutOfMemoryError tooMuch) {
            failure = new IllegalStateException("results did not fit into memory", tooMuch);
            over();
        } finally {
            wake();
        }
    }

    private void keepBeating() {
        rest(() -> isLeaving);
        while (!isOver && !isLeaving) {
            heartbeat();
            rest(() -> isLeaving);
        }
    }

    /// Not by an interrupt, which would break a connection of the pool.
    private void endBeating(Thread heart) {
        isLeaving = true;
        wake();
        try {
            heart.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void heartbeat() {
        long begin = System.nanoTime();
        int most = work.plan().options().mostCalls();
        try {
            if (store.heartbeat(work, node, isDrained ? Math.min(most, items.count()) : most, slots)) {
                slots.grant(begin
                        + Duration.ofSeconds(RunStore.SLOTS_GOOD_FOR_SECONDS).toNanos());
                wake();
            } else {
                over();
            }
        } catch (NotAMemberException outside) {
            failure = outside;
            over();
        } catch (RuntimeException unreachable) {
            log.warn("The run {} can't be kept up: {}", work.runId(), unreachable.getMessage());
        }
    }

    /// The run goes on no more, or not here: what is in hand comes to nothing.
    private void over() {
        isOver = true;
        slots.close();
        items.interrupt();
        wake();
    }

    private void leave() {
        try {
            store.leave(work, node);
        } catch (RuntimeException unreachable) {
            log.info("What this node held of the run {} is taken over in time", work.runId());
        }
    }
}
