package ai.rhesis.backend.run.worker;

import java.time.Duration;

/// How many calls this node may have in flight for one run. They are lent by the database until a moment: once that has
/// passed on this node's own clock no call starts, whatever kept the node from renewing them.
final class Slots {

    private int share;
    private int granted;
    private int inUse;
    private long validUntil = System.nanoTime();
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
    synchronized void acquire() {
        while (!isClosed && (inUse >= granted || System.nanoTime() - validUntil >= 0)) {
            try {
                wait();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new AbandonedException();
            }
        }
        if (isClosed) {
            throw new AbandonedException();
        }
        inUse++;
    }

    synchronized void release() {
        inUse--;
        notifyAll();
    }

    /// Starts no more calls than the share allows, and answers how many this node holds until those in flight are over.
    /// What the share is larger is used from [#grant] on, when the database knows of it.
    synchronized int settle(int agreed) {
        share = agreed;
        granted = Math.min(granted, share);
        return Math.max(share, inUse);
    }

    synchronized void grant(long until) {
        granted = share;
        validUntil = until;
        notifyAll();
    }

    /// Lets no further call start.
    synchronized void close() {
        isClosed = true;
        notifyAll();
    }

    synchronized int granted() {
        return granted;
    }
}
