package ai.rhesis.backend.run.worker;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The state of one run on one node, which the threads that work on it share and wait for.
final class WorkState {

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicInteger asking = new AtomicInteger();
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicInteger held = new AtomicInteger();
    private volatile boolean isDrained;
    private volatile boolean isOver;
    private volatile @Nullable RuntimeException failure;
    private volatile Runnable onEnd = () -> {};

    /// Counts an item that this node took.
    void begin() {
        asking.incrementAndGet();
        unfinished.incrementAndGet();
        held.incrementAndGet();
    }

    /// Counts an item out whose target answered; it may still be judged.
    void answered() {
        asking.decrementAndGet();
        signal();
    }

    /// Counts an item out that has its result; the result may still wait for room in the buffer.
    void finished() {
        unfinished.decrementAndGet();
    }

    /// Counts an item out whose result is on its way to the database.
    void released() {
        held.decrementAndGet();
        signal();
    }

    /// Returns the number of items whose target is still to answer.
    int asking() {
        return asking.get();
    }

    /// Returns the number of items without a result.
    int unfinished() {
        return unfinished.get();
    }

    /// Returns the number of items without a result, and of those whose result waits for room in the buffer.
    int held() {
        return held.get();
    }

    /// Says whether the last attempt to take items found fewer than there was room for.
    void drained(boolean now) {
        isDrained = now;
    }

    boolean isDrained() {
        return isDrained;
    }

    /// Tells whether this node holds nothing of the run and found nothing more to take.
    boolean isExhausted() {
        return isDrained && unfinished() == 0;
    }

    boolean isOver() {
        return isOver;
    }

    /// Names what is to be done when the work ends before its time.
    void onEnd(Runnable action) {
        onEnd = action;
    }

    /// Ends the work of this node: the run is over, or goes on elsewhere.
    void end() {
        isOver = true;
        onEnd.run();
        signal();
    }

    /// Ends the work of this node by a failure, which [#rethrow] throws.
    void fail(RuntimeException cause) {
        failure = cause;
        end();
    }

    void rethrow() {
        if (failure != null) {
            throw failure;
        }
    }

    void signal() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until a condition holds, the work is over or a time has passed.
    ///
    /// @throws InterruptedException when the waiting thread is to stop
    void await(Duration limit, BooleanSupplier condition) throws InterruptedException {
        long left = limit.toNanos();
        lock.lock();
        try {
            while (left > 0 && !isOver && !condition.getAsBoolean()) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits until every item is released, or a time has passed.
    void awaitReleased(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        lock.lock();
        try {
            while (held.get() > 0 && end - System.nanoTime() > 0) {
                changed.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
    }
}
