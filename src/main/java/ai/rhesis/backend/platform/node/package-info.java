/// The nodes of this service: which of them live, and the signals between them.
@NullMarked
package ai.rhesis.backend.platform.node;

import org.jspecify.annotations.NullMarked;
