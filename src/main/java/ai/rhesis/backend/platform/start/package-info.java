/// Starts that are refused, told as one message with its remedy.
@NullMarked
package ai.rhesis.backend.platform.start;

import org.jspecify.annotations.NullMarked;
