package ai.rhesis.backend.platform.compute;

import ai.rhesis.backend.platform.problem.ProblemException;
import java.util.concurrent.CancellationException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/// The turns of requests that are long work for their own threads, such as those with a long body.
///
/// Virtual threads are not preempted. A crowd that reads, checks and writes megabytes would keep every carrier, and
/// health and all other requests would wait behind it. So as many work at a time as half of the processors, and as
/// many are admitted to what the database does for them as there are processors, one organization after the other.
///
/// A request that waits for another system, for minutes perhaps, keeps nobody's turn meanwhile. It keeps its body in
/// memory: so many may wait as fit into half of the heap, a quarter of them for one organization.
@Component
public final class RequestTurns {

    /// Ten megabytes as a text, as the text of the call that is made of it, and as its bytes.
    private static final long MAX_HELD = 32L * 1024 * 1024;

    private static final int MIN_OUTSIDE = 4;
    private static final String KEPT = RequestTurns.class.getName();

    private final Turns working;
    private final Turns admitted;
    private final Turns outside;

    @Autowired
    RequestTurns() {
        this(Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory());
    }

    RequestTurns(int processors, long heap) {
        int size = Math.max(1, processors / 2);
        working = new Turns(size, Math.max(1, size / 2), ComputePool.BUSY);
        admitted = new Turns(processors, processors, ComputePool.BUSY);
        int waiting = (int) Math.max(MIN_OUTSIDE, heap / 2 / MAX_HELD);
        outside = new Turns(waiting, waiting / 4, ComputePool.BUSY);
    }

    /// Waits for a turn of the organization, or of those who have none, to work. It must be ended.
    ///
    /// @throws ProblemException 503 when too many wait, or it waits too long
    /// @throws CancellationException when this thread is interrupted
    public Turns.Turn take() {
        return working.take();
    }

    /// Waits for a turn to work, and keeps it until the request of this thread is answered or waits for another
    /// system.
    ///
    /// @throws ProblemException 503 when too many wait, or it waits too long
    /// @throws CancellationException when this thread is interrupted
    public Turns.Turn takeUntilAnswered() {
        return kept(take());
    }

    /// Waits to be admitted, before any turn to work is taken, until the request of this thread is answered or waits
    /// for another system.
    ///
    /// @throws ProblemException 503 when too many wait, or it waits too long
    /// @throws CancellationException when this thread is interrupted
    public void admitUntilAnswered() {
        kept(admit());
    }

    Turns.Turn admit() {
        return admitted.take();
    }

    private Turns.Turn kept(Turns.Turn turn) {
        KeptTurn kept = new KeptTurn(turn, outside);
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        request.setAttribute(KEPT, kept, RequestAttributes.SCOPE_REQUEST);
        request.registerDestructionCallback(KEPT, kept::end, RequestAttributes.SCOPE_REQUEST);
        return turn;
    }

    /// Ends the turn that the request of this thread keeps, if it does, because it is about to wait for another
    /// system.
    ///
    /// @throws ProblemException 503 when too many wait for others with a long body in memory
    /// @throws CancellationException when this thread is interrupted
    public static void leaveForOthers() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null && request.getAttribute(KEPT, RequestAttributes.SCOPE_REQUEST) instanceof KeptTurn kept) {
            kept.leave();
        }
    }

    /// The turn of a request, which only its own thread ends or exchanges.
    private static final class KeptTurn {

        private final Turns outside;
        private Turns.Turn turn;
        private boolean isOutside;

        KeptTurn(Turns.Turn turn, Turns outside) {
            this.turn = turn;
            this.outside = outside;
        }

        void leave() {
            if (!isOutside) {
                turn.end();
                turn = outside.take();
                isOutside = true;
            }
        }

        void end() {
            turn.end();
        }
    }
}
