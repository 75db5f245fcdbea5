package ai.rhesis.backend.platform.tenancy;

import org.springframework.transaction.CannotCreateTransactionException;

/// The caller is no active member of the organization any more: the database refused to open it.
public final class NotAMemberException extends CannotCreateTransactionException {

    NotAMemberException(Throwable cause) {
        super("not an active member of the organization", cause);
    }
}
