package ai.rhesis.backend.platform.tenancy;

import org.springframework.transaction.CannotCreateTransactionException;

/// A refusal of the database to open a project that is no living one of the organization.
public final class UnknownProjectException extends CannotCreateTransactionException {

    UnknownProjectException(Throwable cause) {
        super("no living project of the organization", cause);
    }
}
