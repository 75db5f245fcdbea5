/// Comments on objects of any kind, and the reactions to them.
@NullMarked
package ai.rhesis.backend.annotation.comment;

import org.jspecify.annotations.NullMarked;
