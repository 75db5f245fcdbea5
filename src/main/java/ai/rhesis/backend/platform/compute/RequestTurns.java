package ai.rhesis.backend.platform.compute;

import ai.rhesis.backend.platform.problem.ProblemException;
import java.util.concurrent.CancellationException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The turns of requests that are long work for their own threads, such as those with a long body.
///
/// Virtual threads are not preempted. A crowd that reads, checks and writes megabytes would keep every carrier, and
/// health and all other requests would wait behind it. So as many work at a time as half of the processors, and as
/// many are admitted to what the database does for them as there are processors, one organization after the other.
@Component
public final class RequestTurns {

    private final Turns working;
    private final Turns admitted;

    @Autowired
    RequestTurns() {
        this(Runtime.getRuntime().availableProcessors());
    }

    RequestTurns(int processors) {
        int size = Math.max(1, processors / 2);
        working = new Turns(size, Math.max(1, size / 2), ComputePool.BUSY);
        admitted = new Turns(processors, processors, ComputePool.BUSY);
    }

    /// Waits for a turn of the organization, or of those who have none, to work. It must be ended.
    ///
    /// @throws ProblemException 503 when too many wait, or it waits too long
    /// @throws CancellationException when this thread is interrupted
    public Turns.Turn take() {
        return working.take();
    }

    /// Waits to be admitted, before any turn to work is taken. It must be ended.
    ///
    /// @throws ProblemException 503 when too many wait, or it waits too long
    /// @throws CancellationException when this thread is interrupted
    public Turns.Turn admit() {
        return admitted.take();
    }
}
