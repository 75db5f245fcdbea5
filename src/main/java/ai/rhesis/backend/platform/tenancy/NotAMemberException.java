package ai.rhesis.backend.platform.tenancy;

import org.springframework.transaction.CannotCreateTransactionException;

/// A refusal of the database to open an organization for a caller who is no longer an active member.
public final class NotAMemberException extends CannotCreateTransactionException {

    NotAMemberException(Throwable cause) {
        super("not an active member of the organization", cause);
    }
}
