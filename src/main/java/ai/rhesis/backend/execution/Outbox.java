package ai.rhesis.backend.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Collects findings for a moment, so that many are written in one transaction. When writing falls behind,
/// whoever brings another waits.
final class Outbox implements Runnable {

    private static final int CAPACITY = 1_000;
    private static final int ENOUGH = 250;
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private final BlockingQueue<Finding> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final Consumer<List<Finding>> write;
    private volatile boolean isWriting;
    private volatile boolean isClosed;

    Outbox(Consumer<List<Finding>> write) {
        this.write = write;
    }

    /// @throws AbandonedException when the thread is interrupted before there is room
    void put(Finding finding) {
        try {
            waiting.put(finding);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AbandonedException();
        }
    }

    boolean isIdle() {
        return waiting.isEmpty() && !isWriting;
    }

    /// Writes until it is closed and empty.
    @Override
    public void run() {
        try {
            while (!isClosed || !waiting.isEmpty()) {
                Finding first = waiting.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    isWriting = true;
                    write.accept(collect(first));
                    isWriting = false;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Finding> collect(Finding first) throws InterruptedException {
        List<Finding> batch = new ArrayList<>();
        batch.add(first);
        long until = System.nanoTime() + PATIENCE.toNanos();
        @Nullable Finding next = first;
        while (next != null && batch.size() < ENOUGH && !isClosed) {
            next = waiting.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next != null) {
                batch.add(next);
            }
        }
        waiting.drainTo(batch, CAPACITY);
        return batch;
    }

    /// Has the rest written by the thread that runs this, and waits for it.
    void close(Thread writer) {
        isClosed = true;
        try {
            writer.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
