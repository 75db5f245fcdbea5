package ai.rhesis.backend.run.worker;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The items that a pump has in hand, each in a thread of its own.
final class ItemExecutor {

    private static final Logger log = LoggerFactory.getLogger(ItemExecutor.class);

    private final TenantThreads threads;
    private final TestExecutor testExecutor;
    private final ResultBuffer buffer;
    private final Runnable changed;
    private final Set<Thread> atWork = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger size = new AtomicInteger();
    private volatile boolean isInterrupting;

    /// @param changed told whenever an item leaves
    ItemExecutor(TenantThreads threads, TestExecutor testExecutor, ResultBuffer buffer, Runnable changed) {
        this.threads = threads;
        this.testExecutor = testExecutor;
        this.buffer = buffer;
        this.changed = changed;
    }

    void begin(Item item) {
        count.incrementAndGet();
        size.incrementAndGet();
        threads.start("item", () -> work(item));
    }

    /// How many items nothing has come of yet.
    int count() {
        return count.get();
    }

    /// Those, and the ones of which the outbox has no room for what came of them.
    int size() {
        return size.get();
    }

    private void work(Item item) {
        atWork.add(Thread.currentThread());
        @Nullable ItemResult itemResult = null;
        try {
            itemResult = isInterrupting ? null : testExecutor.examine(item);
        } catch (AbandonedException stopped) {
            log.debug("Abandoned the item {}", item.id());
        } finally {
            // before it is written, for the last result is to end the run
            count.decrementAndGet();
            put(itemResult);
            size.decrementAndGet();
            atWork.remove(Thread.currentThread());
            changed.run();
        }
    }

    /// An interrupted call looks like a failed one, and comes to nothing.
    private void put(@Nullable ItemResult itemResult) {
        if (itemResult != null && !isInterrupting) {
            buffer.put(itemResult);
        }
    }

    void interrupt() {
        isInterrupting = true;
        atWork.forEach(Thread::interrupt);
    }

    /// Lets what is in hand come to its end for a while, and interrupts what does not.
    void empty(Duration grace) {
        if (!isInterrupting) {
            await(grace);
        }
        if (!atWork.isEmpty()) {
            interrupt();
            await(grace);
        }
    }

    private void await(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        try {
            while (count.get() > 0 && System.nanoTime() < end) {
                Thread.sleep(20);
            }
            for (Thread item : atWork) {
                item.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
