package ai.rhesis.backend.integration.connector;

import org.jspecify.annotations.Nullable;

/// Pieces of work of which one is done at a time and only the latest waits: each says all that those before it said.
final class LatestWork {

    private @Nullable Work waiting;
    private boolean isBusy;

    /// Does a piece of work in a thread of its own, after the one at hand and instead of the one that waits.
    synchronized void put(Work work) {
        if (waiting != null) {
            waiting.drop();
        }
        waiting = work;
        if (!isBusy) {
            isBusy = true;
            Thread.ofVirtual().name("connector-register").start(this::run);
        }
    }

    private void run() {
        for (Work next = take(); next != null; next = take()) {
            next.run();
        }
    }

    private synchronized @Nullable Work take() {
        Work next = waiting;
        waiting = null;
        isBusy = next != null;
        return next;
    }

    /// A piece of work, which is either done or dropped. It throws nothing.
    interface Work extends Runnable {

        void drop();
    }
}
