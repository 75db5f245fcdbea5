package ai.rhesis.backend.run.worker;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// The number of calls that this node may have in flight for one run.
///
/// Slots are lent by the database for a time: once that has passed on this node's own clock no call starts, whatever
/// kept the node from renewing them. While the target's rate limit is exceeded, no call starts either.
final class Slots {

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int share;
    private int granted;
    private int inUse;
    private long validUntil = System.nanoTime();
    private long pausedUntil = validUntil;
    private boolean isClosed;

    /// Slots for one call that nobody else knows of.
    static Slots ofOne() {
        Slots slots = new Slots();
        slots.settle(1);
        slots.grant(System.nanoTime() + Duration.ofDays(1).toNanos());
        return slots;
    }

    /// Waits for a slot.
    ///
    /// @throws AbandonedException when there will be none any more
    void acquire() {
        lock.lock();
        try {
            while (!isClosed && !isFree()) {
                waitForChange();
            }
            if (isClosed) {
                throw new AbandonedException();
            }
            inUse++;
        } finally {
            lock.unlock();
        }
    }

    private boolean isFree() {
        long now = System.nanoTime();
        return inUse < granted && validUntil - now > 0 && pausedUntil - now <= 0;
    }

    private void waitForChange() {
        try {
            long pause = pausedUntil - System.nanoTime();
            if (pause > 0) {
                changed.awaitNanos(pause);
            } else {
                changed.await();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AbandonedException();
        }
    }

    /// Gives a slot back, to one of those who wait: at worst it must wait on for the end of a pause, after which
    /// it looks again by itself.
    void release() {
        lock.lock();
        try {
            inUse--;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Starts no more calls than the share allows, and returns how many this node holds until those in flight are
    /// over. A larger share is used from [#grant] on, when the database knows of it.
    int settle(int agreed) {
        lock.lock();
        try {
            share = agreed;
            granted = Math.min(granted, share);
            return Math.max(share, inUse);
        } finally {
            lock.unlock();
        }
    }

    void grant(long until) {
        change(() -> {
            granted = share;
            validUntil = until;
        });
    }

    /// Starts no call before a moment of [System#nanoTime()].
    ///
    /// @return whether that is later than was known
    boolean pause(long until) {
        lock.lock();
        try {
            boolean isLater = until - pausedUntil > 0;
            if (isLater) {
                pausedUntil = until;
            }
            return isLater;
        } finally {
            lock.unlock();
        }
    }

    /// Lets no further call start.
    void close() {
        change(() -> isClosed = true);
    }

    int granted() {
        lock.lock();
        try {
            return granted;
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
