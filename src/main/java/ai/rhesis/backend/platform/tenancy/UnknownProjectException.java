package ai.rhesis.backend.platform.tenancy;

import org.springframework.transaction.CannotCreateTransactionException;

/// The tenant's project is no living project of its organization: the database refused to open it.
public final class UnknownProjectException extends CannotCreateTransactionException {

    UnknownProjectException(Throwable cause) {
        super("no living project of the organization", cause);
    }
}
