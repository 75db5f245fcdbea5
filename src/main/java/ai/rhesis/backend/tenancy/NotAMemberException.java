package ai.rhesis.backend.tenancy;

/// The caller is no active member of the organization any more: the database refused to open it.
public final class NotAMemberException extends RuntimeException {

    NotAMemberException(Throwable cause) {
        super("not an active member of the organization", cause);
    }
}
