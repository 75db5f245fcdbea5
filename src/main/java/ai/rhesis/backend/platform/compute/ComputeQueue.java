package ai.rhesis.backend.platform.compute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The tasks of all organizations, which take turns as long as each holds less than its share.
final class ComputeQueue {

    private final int size;
    private final int share;
    private final Executor threads;
    private final Lock lock = new ReentrantLock();
    // the next organization first
    private final Map<UUID, ComputeLane> lanes = new LinkedHashMap<>();
    private int running;
    private boolean isClosed;

    /// @param size how many tasks run at a time
    /// @param share how many of them may be of one organization
    ComputeQueue(int size, int share, Executor threads) {
        this.size = size;
        this.share = share;
        this.threads = threads;
    }

    /// Puts the task behind the others of its organization.
    ///
    /// @return whether there was room for it
    boolean add(ComputeTask<?> task) {
        return locked(() -> {
            ComputeLane lane = lanes.computeIfAbsent(task.organization(), organization -> new ComputeLane());
            if (!task.isInBackground() && lane.waitingRequests() >= ComputePool.MAX_WAITING_REQUESTS) {
                return false;
            }
            if (isClosed) {
                task.cancel(false);
            } else {
                lane.add(task);
            }
            settle(task.organization(), lane);
            return true;
        });
    }

    /// Takes the task out again if it waits, and interrupts it if it runs.
    void withdraw(ComputeTask<?> task) {
        if (task.isDone() && task.hasBegun()) {
            return;
        }
        task.cancel(true);
        locked(() -> {
            ComputeLane lane = lanes.get(task.organization());
            if (lane != null) {
                lane.remove(task);
                settle(task.organization(), lane);
            }
            return null;
        });
    }

    /// Gives up what waits, and all that comes after.
    void close() {
        List<ComputeTask<?>> waiting = locked(() -> {
            isClosed = true;
            List<ComputeTask<?>> all = new ArrayList<>();
            lanes.values().forEach(lane -> lane.drainTo(all));
            return all;
        });
        waiting.forEach(task -> task.cancel(false));
    }

    /// Runs a task, and then what waits for this thread: no thread sleeps and is woken between two tasks.
    private void run(ComputeTask<?> first) {
        ComputeTask<?> task = first;
        while (task != null) {
            task.run();
            task = nextAfter(task);
        }
    }

    private @Nullable ComputeTask<?> nextAfter(ComputeTask<?> ended) {
        return locked(() -> {
            running--;
            ComputeLane lane = Objects.requireNonNull(lanes.get(ended.organization()));
            lane.end();
            ComputeTask<?> next = begin();
            removeIfIdle(ended.organization(), lane);
            return next;
        });
    }

    private void settle(UUID organization, ComputeLane lane) {
        for (ComputeTask<?> next = begin(); next != null; next = begin()) {
            ComputeTask<?> task = next;
            threads.execute(() -> run(task));
        }
        removeIfIdle(organization, lane);
    }

    /// Takes the next task out, if a thread is free and may work for the organization.
    private @Nullable ComputeTask<?> begin() {
        ComputeTask<?> next = running < size && !isClosed ? next() : null;
        running += next == null ? 0 : 1;
        return next;
    }

    private void removeIfIdle(UUID organization, ComputeLane lane) {
        if (lane.isIdle()) {
            lanes.remove(organization);
        }
    }

    private @Nullable ComputeTask<?> next() {
        for (Map.Entry<UUID, ComputeLane> entry : lanes.entrySet()) {
            ComputeTask<?> next = entry.getValue().begin(share);
            if (next != null) {
                // it is everybody else's turn
                lanes.remove(entry.getKey());
                lanes.put(entry.getKey(), entry.getValue());
                return next;
            }
        }
        return null;
    }

    private <T extends @Nullable Object> T locked(Supplier<T> change) {
        lock.lock();
        try {
            return change.get();
        } finally {
            lock.unlock();
        }
    }
}
