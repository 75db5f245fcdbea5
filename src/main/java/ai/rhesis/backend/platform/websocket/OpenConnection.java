package ai.rhesis.backend.platform.websocket;

import org.springframework.web.socket.CloseStatus;

/// A connection as a feature keeps it.
public interface OpenConnection {

    /// The end of a connection whose holder may no longer have it. Clients do not come back by themselves.
    CloseStatus ENDED = CloseStatus.POLICY_VIOLATION.withReason("Your session or token is no longer valid.");

    Wire wire();
}
