package ai.rhesis.backend.workspace.parameter;

/// A value that its parameter can't have; the message continues "the value …".
final class UnfitValueException extends RuntimeException {

    UnfitValueException(String message) {
        super(message);
    }
}
