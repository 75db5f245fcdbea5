/// Bounds on how long a request may take to arrive, kept where the container reads it.
@NullMarked
package ai.rhesis.backend.platform.web.connection;

import org.jspecify.annotations.NullMarked;
