@NullMarked
package ai.rhesis.backend.platform.node;

import org.jspecify.annotations.NullMarked;
