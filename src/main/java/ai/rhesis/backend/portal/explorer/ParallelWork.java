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

/// Work in pieces while a request waits: each piece on a thread of its own, for the tenant of the caller, a few at the
/// same time.
public final class ParallelWork implements AutoCloseable {

    private static final int MAX_AT_ONCE = 10;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore turns = new Semaphore(MAX_AT_ONCE);
    private final Tenant tenant = Tenant.current();

    /// Does the work for each and returns what came of it, in the same order. The first that fails ends all.
    public static <T, R> List<R> each(List<T> items, Function<T, R> work) {
        try (ParallelWork parallel = new ParallelWork()) {
            List<Future<R>> begun = items.stream()
                    .map(item -> parallel.begin(hasTurn -> {
                        if (!hasTurn) {
                            throw new CancellationException("another piece has failed");
                        }
                        return work.apply(item);
                    }))
                    .toList();
            return begun.stream().map(parallel::await).toList();
        }
    }

    /// Begins a piece of work, which takes a turn before what it does and gives it back.
    ///
    /// @param work told whether it has its turn: not when it was interrupted before
    public <R> Future<R> begin(Function<Boolean, R> work) {
        return threads.submit(() -> tenant.call(() -> inTurn(work)));
    }

    private <R> R inTurn(Function<Boolean, R> work) {
        boolean hasTurn = takeTurn();
        try {
            return work.apply(hasTurn);
        } finally {
            if (hasTurn) {
                turns.release();
            }
        }
    }

    private boolean takeTurn() {
        try {
            turns.acquire();
            return true;
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <R> R await(Future<R> piece) {
        try {
            return piece.get();
        } catch (InterruptedException stopped) {
            interrupt();
            Thread.currentThread().interrupt();
            throw new CancellationException("the request was cancelled");
        } catch (ExecutionException failure) {
            interrupt();
            throw failure.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(failure.getCause());
        }
    }

    /// Interrupts all that was begun, and begins nothing more.
    public void interrupt() {
        threads.shutdownNow();
    }

    /// Waits for all that was begun.
    @Override
    public void close() {
        threads.close();
    }
}
