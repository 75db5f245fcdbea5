package ai.rhesis.backend.run.worker;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The execution of the items that a worker took, each in a thread of its own.
final class ItemExecutor {

    private static final Logger log = LoggerFactory.getLogger(ItemExecutor.class);

    private final TenantThreads threads;
    private final TestExecutor tests;
    private final ResultBuffer buffer;
    private final WorkState state;
    private final Set<Thread> atWork = ConcurrentHashMap.newKeySet();
    private volatile boolean isInterrupting;

    ItemExecutor(TenantThreads threads, TestExecutor tests, ResultBuffer buffer, WorkState state) {
        this.threads = threads;
        this.tests = tests;
        this.buffer = buffer;
        this.state = state;
    }

    void begin(Item item) {
        state.begin();
        threads.start("item", () -> work(item));
    }

    private void work(Item item) {
        atWork.add(Thread.currentThread());
        try {
            // an item that has its result counts no more before it is written, for the last result ends the run
            put(result(item));
        } finally {
            atWork.remove(Thread.currentThread());
            state.released();
        }
    }

    private @Nullable ItemResult result(Item item) {
        Answered answered = new Answered(state);
        try {
            return isInterrupting ? null : tests.execute(item, answered);
        } catch (AbandonedException stopped) {
            log.debug("Abandoned the item {}", item.id());
            return null;
        } finally {
            answered.run();
            state.finished();
        }
    }

    /// Puts a result into the buffer. An interrupted call looks like a failed one and has none.
    private void put(@Nullable ItemResult result) {
        if (result != null && !isInterrupting) {
            buffer.put(result);
        }
    }

    void interrupt() {
        isInterrupting = true;
        atWork.forEach(Thread::interrupt);
    }

    /// Lets the items come to their end for a while, and interrupts those that do not.
    void finish(Duration grace) {
        try {
            if (!isInterrupting) {
                state.awaitReleased(grace);
            }
            if (!atWork.isEmpty()) {
                interrupt();
                state.awaitReleased(grace);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// The news that a target answered, told once.
    private static final class Answered implements Runnable {

        private final WorkState state;
        private boolean isTold;

        Answered(WorkState state) {
            this.state = state;
        }

        @Override
        public void run() {
            if (!isTold) {
                isTold = true;
                state.answered();
            }
        }
    }
}
