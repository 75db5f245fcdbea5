package ai.rhesis.backend.platform.compute;

import ai.rhesis.backend.platform.tenancy.Tenant;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CancellationException;
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
    private long begin;
    private volatile boolean hasBegun;

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
        return hasBegun;
    }

    @Override
    public void run() {
        begin = System.nanoTime();
        hasBegun = true;
        super.run();
        Thread.interrupted(); // meant for this task and not for the thread's next
    }

    /// Waits for the result, as far as possible in one go: each wait costs a virtual thread a hand-over.
    ///
    /// @param limit how long the task may take from its begin
    /// @param maxWait until it begins
    /// @throws TooComplexException when it takes longer
    /// @throws TimeoutException when it has not begun
    /// @throws CancellationException when the pool is shut down
    T await(Duration limit, Duration maxWait) throws InterruptedException, TimeoutException {
        long giveUp = System.nanoTime() + maxWait.toNanos();
        for (long left = left(limit, giveUp); left > 0; left = left(limit, giveUp)) {
            try {
                return get(left, TimeUnit.NANOSECONDS);
            } catch (TimeoutException unfinished) {
                // it may have begun meanwhile and has its whole time from then on
            } catch (ExecutionException failure) {
                throw causeOf(failure);
            }
        }
        if (hasBegun) {
            throw new TooComplexException("takes longer than " + limit.toMillis() / 1_000.0 + " seconds");
        }
        throw new TimeoutException();
    }

    private long left(Duration limit, long giveUp) {
        long now = System.nanoTime();
        return hasBegun ? begin + limit.toNanos() - now : Math.min(limit.toNanos(), giveUp - now);
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
