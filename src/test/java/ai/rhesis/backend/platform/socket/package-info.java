@NullMarked
package ai.rhesis.backend.platform.socket;

import org.jspecify.annotations.NullMarked;
