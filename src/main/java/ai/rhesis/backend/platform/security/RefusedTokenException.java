package ai.rhesis.backend.platform.security;

import org.springframework.security.core.AuthenticationException;

/// The refusal of a bearer token; its cause is what the client is told.
final class RefusedTokenException extends AuthenticationException {

    private final RuntimeException refusal;

    RefusedTokenException(RuntimeException refusal) {
        super("The bearer token is refused", refusal);
        this.refusal = refusal;
    }

    RuntimeException refusal() {
        return refusal;
    }
}
