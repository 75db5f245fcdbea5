/// Organizations and the projects inside them.
@NullMarked
package ai.rhesis.backend.workspace;

import org.jspecify.annotations.NullMarked;
