package ai.rhesis.backend.run.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A buffer that collects results for a moment, so that many are written in one transaction. When writing falls
/// behind, the next result waits, so that the memory for results is bounded.
final class ResultBuffer implements Runnable {

    /// Capacity in characters; each result counts at least MIN_WEIGHT.
    private static final int CAPACITY = 8_000_000;

    private static final int MIN_WEIGHT = 8_000;
    private static final int MAX_BATCH = 250;
    private static final Duration WRITE_DELAY = Duration.ofMillis(50);

    private final Semaphore room = new Semaphore(CAPACITY, true);
    private final BlockingQueue<ItemResult> waiting = new LinkedBlockingQueue<>();
    private final Consumer<List<ItemResult>> write;
    private volatile boolean isWriting;
    private volatile boolean isClosed;

    ResultBuffer(Consumer<List<ItemResult>> write) {
        this.write = write;
    }

    /// @throws AbandonedException when the thread is interrupted before there is room
    void put(ItemResult itemResult) {
        try {
            room.acquire(weight(itemResult));
            waiting.put(itemResult);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AbandonedException();
        }
    }

    private static int weight(ItemResult itemResult) {
        return Math.clamp(itemResult.length(), MIN_WEIGHT, CAPACITY);
    }

    boolean isIdle() {
        return waiting.isEmpty() && !isWriting;
    }

    /// Writes until it is closed and empty.
    @Override
    public void run() {
        try {
            while (!isClosed || !waiting.isEmpty()) {
                ItemResult first = waiting.poll(WRITE_DELAY.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    isWriting = true;
                    List<ItemResult> batch = collect(first);
                    write.accept(batch);
                    room.release(batch.stream().mapToInt(ResultBuffer::weight).sum());
                    isWriting = false;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<ItemResult> collect(ItemResult first) throws InterruptedException {
        List<ItemResult> batch = new ArrayList<>();
        batch.add(first);
        long until = System.nanoTime() + WRITE_DELAY.toNanos();
        @Nullable ItemResult next = first;
        while (next != null && batch.size() < MAX_BATCH && !isClosed) {
            next = waiting.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next != null) {
                batch.add(next);
            }
        }
        waiting.drainTo(batch);
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
