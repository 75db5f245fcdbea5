package ai.rhesis.backend.platform.compute;

/// Work that would take more steps, time or memory than it may; the message names the bound.
public final class TooComplexException extends RuntimeException {

    public TooComplexException(String message) {
        super(message);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this; // an answer, not a bug
    }
}
