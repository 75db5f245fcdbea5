/// How a request gets to a target and its answer back: HTTP, web sockets, and the tokens that open them.
@NullMarked
package ai.rhesis.backend.integration.endpoint.transport;

import org.jspecify.annotations.NullMarked;
