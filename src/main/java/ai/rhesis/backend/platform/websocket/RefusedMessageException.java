package ai.rhesis.backend.platform.websocket;

/// A refusal of a message that was not kept.
final class RefusedMessageException extends RuntimeException {

    private final String head;

    /// @param head the first characters of the message
    RefusedMessageException(String message, String head) {
        super(message, null, false, false);
        this.head = head;
    }

    String head() {
        return head;
    }
}
