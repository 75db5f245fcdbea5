/// The transports to a target: HTTP, web sockets, and the tokens that open them.
@NullMarked
package ai.rhesis.backend.integration.endpoint.transport;

import org.jspecify.annotations.NullMarked;
