/// The playground: conversations of people with endpoints, over the web socket.
@NullMarked
package ai.rhesis.backend.portal.playground;

import org.jspecify.annotations.NullMarked;
