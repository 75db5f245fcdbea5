package ai.rhesis.backend.platform.socket;

/// A ticket that opens one web socket.
///
/// @param expiresIn seconds
record SocketTicketResponse(String token, int expiresIn) {}
