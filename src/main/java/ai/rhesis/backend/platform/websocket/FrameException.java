package ai.rhesis.backend.platform.websocket;

/// A refusal of one message, in words for its sender; the connection stays.
public final class FrameException extends RuntimeException {

    public FrameException(String message) {
        super(message, null, false, false);
    }
}
