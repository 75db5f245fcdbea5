package ai.rhesis.backend.integration.connector;

import ai.rhesis.backend.platform.tenancy.Tenant;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The transactions on calls behind sockets and signals. There are a few at a time: a burst of calls waits here, and
/// leaves connections of the pool to others.
@Component
class CallTransactions {

    private static final int MAX_AT_WORK = 8;

    private final TransactionTemplate transaction;
    private final Semaphore turns = new Semaphore(MAX_AT_WORK, true);

    CallTransactions(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    <T> T call(Tenant tenant, Supplier<T> work) {
        return tenant.<T, RuntimeException>call(() -> call(work));
    }

    /// Works without a tenant, on what belongs to none.
    <T> T call(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return transaction.execute(status -> work.get());
        } finally {
            turns.release();
        }
    }
}
