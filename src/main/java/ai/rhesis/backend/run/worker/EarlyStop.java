package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import ai.rhesis.backend.run.early.EarlyDecision;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/// The early end of one run, as one node watches for it. What it knows it has read from stored results, from the start
/// of the run on.
final class EarlyStop {

    private static final Logger log = LoggerFactory.getLogger(EarlyStop.class);

    private final Lock lock = new ReentrantLock();
    private final RunStore store;
    private final @Nullable EarlyDecision decision;

    EarlyStop(RunStore.Work work, RunStore store) {
        this.store = store;
        this.decision = work.plan().options().stopWhen() == null
                ? null
                : new EarlyDecision(work.runId(), work.plan().options().stopWhen());
    }

    boolean isAsked() {
        return decision != null;
    }

    /// Ends the run if its finished prefix decides it.
    ///
    /// @return whether it does
    boolean look() {
        if (decision == null) {
            return false;
        }
        lock.lock();
        try {
            return store.decide(decision);
        } catch (TransientDataAccessException | TransactionException unreachable) {
            log.warn("The run {} is looked at again later: {}", decision.runId(), LoggedFailure.words(unreachable));
            return false;
        } finally {
            lock.unlock();
        }
    }
}
