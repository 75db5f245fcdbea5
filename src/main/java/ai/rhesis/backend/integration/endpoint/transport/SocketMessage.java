package ai.rhesis.backend.integration.endpoint.transport;

/// A message that came over a web socket.
///
/// @param isLast whether it is the end of the conversation, which says nothing
public record SocketMessage(String text, boolean isLast) {}
