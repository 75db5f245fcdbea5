package ai.rhesis.backend.portal.explorer.suggestion;

import ai.rhesis.backend.platform.web.body.LineWriter;
import ai.rhesis.backend.portal.explorer.ParallelWork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The parallel work beside a stream of lines, which tells by itself what comes of it. It ends when a time is over or
/// the client has left: then it is interrupted.
final class SideWork implements AutoCloseable {

    private static final long LOOK_MILLIS = 500;

    private final ParallelWork work = new ParallelWork();
    private final List<Future<?>> begun = new ArrayList<>();
    private final LineWriter lines;
    private volatile boolean isStopped;

    SideWork(LineWriter lines) {
        this.lines = lines;
    }

    /// Begins a piece of work.
    ///
    /// @param piece told whether it may do anything: not when the time is over before its turn
    void begin(Piece piece) {
        begun.add(work.begin(hasTurn -> {
            piece.run(hasTurn && !isOver());
            return piece;
        }));
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
        lines.duringSilence(work::interrupt);
    }

    /// Interrupts what still runs.
    @Override
    public void close() {
        stop();
        work.close();
    }

    /// A piece of work.
    interface Piece {

        /// @param mayWork whether there is time for it; else it tells that there is none
        void run(boolean mayWork);
    }
}
