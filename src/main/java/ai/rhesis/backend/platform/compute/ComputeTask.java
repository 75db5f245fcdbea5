package ai.rhesis.backend.platform.compute;

import ai.rhesis.backend.platform.tenancy.Tenant;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One piece of work for one tenant, with whoever waits for it.
final class ComputeTask<T extends @Nullable Object> extends FutureTask<T> {

    private static final ScopedValue<Boolean> INSIDE = ScopedValue.newInstance();

    private final UUID organization;
    private final boolean isInBackground;
    private final CountDownLatch begun = new CountDownLatch(1);

    ComputeTask(Tenant tenant, Supplier<T> work, boolean isInBackground) {
        super(() -> ScopedValue.where(INSIDE, true).call(() -> tenant.<T, RuntimeException>call(work::get)));
        this.organization = tenant.organizationId();
        this.isInBackground = isInBackground;
    }

    /// Tells whether this thread is doing such work.
    static boolean isInside() {
        return INSIDE.isBound();
    }

    UUID organization() {
        return organization;
    }

    boolean isInBackground() {
        return isInBackground;
    }

    boolean hasBegun() {
        return begun.getCount() == 0;
    }

    /// Lets go of whoever waits for the begin of a task that was given up.
    @Override
    protected void done() {
        begun.countDown();
    }

    @Override
    public void run() {
        begun.countDown();
        super.run();
        Thread.interrupted(); // meant for this task and not for the thread's next
    }

    /// Waits for a thread to begin.
    ///
    /// @return whether one did in time
    boolean awaitBegin(Duration limit) throws InterruptedException {
        return begun.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    void awaitBegin() throws InterruptedException {
        begun.await();
    }

    /// Waits for the result of a task that has begun.
    ///
    /// @throws TooComplexException when it takes longer than the limit
    /// @throws CancellationException when the pool is shut down
    T await(Duration limit) throws InterruptedException {
        try {
            return get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new TooComplexException("takes longer than " + limit.toMillis() / 1_000.0 + " seconds");
        } catch (ExecutionException failure) {
            throw causeOf(failure);
        }
    }

    private static RuntimeException causeOf(ExecutionException failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return failure.getCause() instanceof RuntimeException known
                ? known
                : new IllegalStateException(failure.getCause());
    }
}
