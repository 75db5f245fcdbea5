package ai.rhesis.backend.platform.compute;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The work of one organization: what waits, requests before runs, and how much of it is running. Guarded by the lock
/// of the pool.
final class ComputeLane {

    private final Deque<ComputeTask<?>> requests = new ArrayDeque<>();
    private final Deque<ComputeTask<?>> background = new ArrayDeque<>();
    private int running;

    int waitingRequests() {
        return requests.size();
    }

    void add(ComputeTask<?> task) {
        (task.isInBackground() ? background : requests).add(task);
    }

    void remove(ComputeTask<?> task) {
        (task.isInBackground() ? background : requests).remove(task);
    }

    void drainTo(Collection<ComputeTask<?>> all) {
        all.addAll(requests);
        all.addAll(background);
        requests.clear();
        background.clear();
    }

    /// Takes the next task out, unless none waits or as many are running as may.
    @Nullable
    ComputeTask<?> begin(int share) {
        if (running >= share) {
            return null;
        }
        ComputeTask<?> next = requests.isEmpty() ? background.poll() : requests.poll();
        running += next == null ? 0 : 1;
        return next;
    }

    void end() {
        running--;
    }

    boolean isIdle() {
        return running == 0 && requests.isEmpty() && background.isEmpty();
    }
}
