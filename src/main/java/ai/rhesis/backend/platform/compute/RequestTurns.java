package ai.rhesis.backend.platform.compute;

import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The turns of requests that are long work for their own threads, such as those with a long body.
///
/// Virtual threads are not preempted. A crowd that reads, checks and writes megabytes would keep every carrier, and
/// health and all other requests would wait behind it. So as many work at a time as half of the processors, and as
/// many are admitted to what the database does for them as there are processors, one organization after the other.
@Component
public final class RequestTurns {

    private static final Tenant NOBODY = new Tenant(new UUID(0, 0), new UUID(0, 0));

    private final ComputeQueue working;
    private final ComputeQueue admitted;

    @Autowired
    RequestTurns() {
        this(Runtime.getRuntime().availableProcessors());
    }

    RequestTurns(int processors) {
        int size = Math.max(1, processors / 2);
        working = new ComputeQueue(size, Math.max(1, size / 2), Thread::startVirtualThread);
        admitted = new ComputeQueue(processors, processors, Thread::startVirtualThread);
    }

    /// Waits for a turn of the organization, or of those who have none, to work. It must be ended.
    ///
    /// @throws ProblemException 503 when too many wait, or it waits too long
    /// @throws CancellationException when this thread is interrupted
    public Turn take() {
        return take(working);
    }

    /// Waits to be admitted, before any turn to work is taken. It must be ended.
    ///
    /// @throws ProblemException 503 when too many wait, or it waits too long
    /// @throws CancellationException when this thread is interrupted
    public Turn admit() {
        return take(admitted);
    }

    private static Turn take(ComputeQueue queue) {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Tenant tenant = Tenant.isBound() ? Tenant.current() : NOBODY;
        ComputeTask<@Nullable Void> turn = new ComputeTask<>(tenant, () -> hold(begun, end), false);
        if (!queue.add(turn)) {
            throw ComputePool.busy();
        }
        try {
            if (begun.await(ComputePool.MAX_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                return end::countDown;
            }
            queue.withdraw(turn);
            throw ComputePool.busy();
        } catch (InterruptedException stopped) {
            queue.withdraw(turn);
            Thread.currentThread().interrupt();
            throw new CancellationException("the request was cancelled");
        }
    }

    private static @Nullable Void hold(CountDownLatch begun, CountDownLatch end) {
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException withdrawn) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    /// A turn that lasts until it is ended, once or more often.
    public interface Turn {

        void end();
    }
}
