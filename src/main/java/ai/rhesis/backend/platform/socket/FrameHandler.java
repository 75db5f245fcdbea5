package ai.rhesis.backend.platform.socket;

/// A feature that answers the messages of one type. It runs in a thread of its own, without a tenant, and may take
/// long.
public interface FrameHandler {

    /// Names the type of its messages.
    String type();

    void handle(Exchange exchange);
}
