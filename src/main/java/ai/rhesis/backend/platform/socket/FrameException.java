package ai.rhesis.backend.platform.socket;

/// A refusal of one message, in words for its sender; the connection stays.
final class FrameException extends RuntimeException {

    FrameException(String message) {
        super(message, null, false, false);
    }
}
