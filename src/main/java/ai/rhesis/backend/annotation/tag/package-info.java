/// Free labels on objects of any kind.
@NullMarked
package ai.rhesis.backend.annotation.tag;

import org.jspecify.annotations.NullMarked;
