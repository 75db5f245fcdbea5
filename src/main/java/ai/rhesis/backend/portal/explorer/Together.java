package ai.rhesis.backend.portal.explorer;

import ai.rhesis.backend.platform.tenancy.Tenant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// Work on many tests, some of them at the same time, each for the tenant of the caller.
public final class Together {

    private static final int MAX_AT_ONCE = 10;

    private Together() {}

    /// Does the work for each and returns what came of it, in the same order.
    public static <T, R> List<R> each(List<T> items, Function<T, R> work) {
        Tenant tenant = Tenant.current();
        Semaphore turns = new Semaphore(MAX_AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> begun = items.stream()
                    .map(item -> threads.submit(() -> inTurn(turns, () -> tenant.call(() -> work.apply(item)))))
                    .toList();
            return begun.stream().map(future -> await(future, threads)).toList();
        }
    }

    private static <R> R inTurn(Semaphore turns, Turn<R> work) throws Exception {
        turns.acquire();
        try {
            return work.take();
        } finally {
            turns.release();
        }
    }

    private static <R> R await(Future<R> future, ExecutorService threads) {
        try {
            return future.get();
        } catch (InterruptedException stopped) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
            throw new CancellationException("the request was cancelled");
        } catch (ExecutionException failure) {
            threads.shutdownNow();
            throw failure.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(failure.getCause());
        }
    }

    private interface Turn<R> {
        R take() throws Exception;
    }
}
