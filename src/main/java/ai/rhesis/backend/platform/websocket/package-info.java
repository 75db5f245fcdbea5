/// The web sockets that this service accepts: messages in pieces, bounds, sending to slow readers, pings, and an end
/// that clients understand.
@NullMarked
package ai.rhesis.backend.platform.websocket;

import org.jspecify.annotations.NullMarked;
