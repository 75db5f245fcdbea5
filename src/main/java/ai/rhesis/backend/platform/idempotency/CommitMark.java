package ai.rhesis.backend.platform.idempotency;

import ai.rhesis.backend.platform.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/// The listener that marks the claim of a request as committed with each of its transactions, or keeps them from
/// committing.
@Component
class CommitMark implements TransactionExecutionListener {

    private final IdempotencyKeyQueries keys;

    CommitMark(IdempotencyKeyQueries keys) {
        this.keys = keys;
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        Claim claim = Claim.current();
        if (claim != null && !transaction.isReadOnly() && !keys.mark(claim)) {
            throw Problem.conflict("The request took so long that another one with its Idempotency-Key was begun.")
                    .exception();
        }
    }
}
