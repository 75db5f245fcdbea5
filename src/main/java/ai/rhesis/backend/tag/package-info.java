/// Free labels on objects of any kind.
@NullMarked
package ai.rhesis.backend.tag;

import org.jspecify.annotations.NullMarked;
