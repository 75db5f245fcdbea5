package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.platform.compute.ComputePool;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.CallTimeout;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Threads that work for one tenant: a scoped value is not inherited, so each of them enters it anew.
final class TenantThreads {

    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Tenant tenant;
    private final boolean areInBackground = ComputePool.isInBackground();

    TenantThreads(Tenant tenant) {
        this.tenant = tenant;
    }

    Thread start(String name, Runnable work) {
        return Thread.ofVirtual()
                .name(name)
                .start(() -> inside(() -> {
                    work.run();
                    return tenant;
                }));
    }

    <T> FutureTask<T> begin(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(() -> inside(work::call));
        Thread.startVirtualThread(task);
        return task;
    }

    private <T, X extends Exception> T inside(ScopedValue.CallableOp<T, X> work) throws X {
        return tenant.<T, X>call(() -> areInBackground ? ComputePool.<T, X>inBackground(work) : work.call());
    }

    /// Waits for the result of the work. Work that takes longer is interrupted, which closes its connection.
    ///
    /// @throws CallException when it takes too long
    /// @throws AbandonedException when this thread is interrupted
    <T> T within(Duration limit, Callable<T> work) {
        return await(begin(work), limit);
    }

    /// Calls the outside for as long as the limit lets it: whoever waits gives up before the call does.
    static <T> T calling(Duration limit, Supplier<T> work) {
        return CallTimeout.within(limit.plus(GRACE), work);
    }

    static <T> T await(FutureTask<T> task, Duration limit) {
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw CallException.timeout("there was no answer within " + limit.toSeconds() + " seconds");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AbandonedException();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(failure.getCause());
        } finally {
            task.cancel(true);
        }
    }
}
