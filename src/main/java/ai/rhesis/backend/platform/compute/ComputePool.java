package ai.rhesis.backend.platform.compute;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The platform threads that work on tenants' texts: as many as there are processors, of which one organization holds
/// at most half.
///
/// Virtual threads that wait for such work give their carrier away meanwhile, so health, other tenants, cancellation
/// and shutdown never wait for it. The threads are daemons and hold no process back.
@Component
public final class ComputePool implements DisposableBean {

    static final int MAX_WAITING_REQUESTS = 256;

    private static final int MIN_THREADS = 2;
    static final Duration MAX_WAIT = Duration.ofSeconds(10);
    private static final Duration UNLIMITED = Duration.ofDays(365);
    static final int RETRY_AFTER_SECONDS = 2;
    static final String BUSY = "Your organization has too much work waiting on this server; try again in a moment";
    private static final ScopedValue<Boolean> BACKGROUND = ScopedValue.newInstance();

    private final ComputeQueue queue;
    private final ExecutorService threads;

    @Autowired
    ComputePool() {
        this(Math.max(MIN_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    public ComputePool(int size) {
        threads = Executors.newFixedThreadPool(
                size, Thread.ofPlatform().name("compute-", 0).daemon().factory());
        queue = new ComputeQueue(size, Math.max(1, size / 2), threads);
    }

    /// Lets all work that is asked for inside wait for its turn, where that of a request would be refused.
    public static <T extends @Nullable Object, X extends Throwable> T inBackground(ScopedValue.CallableOp<T, X> asking)
            throws X {
        return ScopedValue.where(BACKGROUND, true).call(asking);
    }

    public static boolean isInBackground() {
        return BACKGROUND.isBound();
    }

    /// Returns how long this thread waits for what is short: as long as a request does, or without end in the
    /// background.
    public static Duration patience(Duration ofRequest) {
        return isInBackground() ? UNLIMITED : ofRequest;
    }

    /// Does the work on a thread of the pool, for the tenant of this thread. What is called on a thread of the pool
    /// stays on it.
    ///
    /// @param limit how long the work may take once it has begun; then it is interrupted
    /// @throws TooComplexException when it takes longer
    /// @throws CancellationException when this thread is interrupted or the pool is shut down
    /// @throws ProblemException 503 when too much of the organization's work is waiting
    public <T extends @Nullable Object> T call(Supplier<T> work, Duration limit) {
        if (ComputeTask.isInside()) {
            return work.get();
        }
        ComputeTask<T> task = new ComputeTask<>(Tenant.current(), work, isInBackground());
        if (!queue.add(task)) {
            throw busy();
        }
        try {
            return task.await(limit, patience(MAX_WAIT));
        } catch (TimeoutException late) {
            throw busy();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the work was cancelled");
        } finally {
            queue.withdraw(task);
        }
    }

    private static ProblemException busy() {
        return Problem.unavailable(BUSY, RETRY_AFTER_SECONDS).exception();
    }

    /// Gives up what waits and interrupts what is running.
    @Override
    public void destroy() {
        queue.close();
        threads.shutdownNow();
    }
}
