package ai.rhesis.backend.portal.explorer.suggestion;

import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.platform.web.body.LineWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The work beside a stream of lines: each piece on a thread of its own, for the tenant of the caller, a few at
/// the same time and until a time is over or the client has left. Then it is interrupted.
final class SideWork implements AutoCloseable {

    static final int MAX_AT_ONCE = 10;

    private static final long LOOK_MILLIS = 500;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore turns = new Semaphore(MAX_AT_ONCE);
    private final List<Future<?>> begun = new ArrayList<>();
    private final Tenant tenant = Tenant.current();
    private final LineWriter lines;
    private volatile boolean isStopped;

    SideWork(LineWriter lines) {
        this.lines = lines;
    }

    /// Begins a piece of work, which takes a turn before what it does and gives it back.
    ///
    /// @param work told whether it may do anything: not when the time is over before its turn
    void begin(Piece work) {
        begun.add(threads.submit(() -> tenant.call(() -> {
            inTurn(work);
            return null;
        })));
    }

    private void inTurn(Piece work) {
        boolean hasTurn = takeTurn();
        try {
            work.run(hasTurn && !isOver());
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

    /// Tells whether the time is over, or nobody waits any more.
    boolean isOver() {
        return isStopped || lines.isOver();
    }

    /// Waits for all that was begun, and interrupts it when the time is over or nobody waits any more.
    void await() {
        begun.forEach(this::await);
    }

    private void await(Future<?> piece) {
        try {
            while (!isDone(piece)) {
                if (isOver() && !isStopped) {
                    stop();
                }
            }
        } catch (InterruptedException stopped) {
            stop();
            Thread.currentThread().interrupt();
            throw new CancellationException("the request was cancelled");
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }

    private static boolean isDone(Future<?> piece) throws InterruptedException, ExecutionException {
        try {
            piece.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        }
    }

    private void stop() {
        isStopped = true;
        lines.duringSilence(threads::shutdownNow);
    }

    /// Interrupts what still runs.
    @Override
    public void close() {
        stop();
        threads.close();
    }

    /// A piece of work.
    interface Piece {

        /// @param mayWork whether there is time for it; else it tells that there is none
        void run(boolean mayWork);
    }
}
