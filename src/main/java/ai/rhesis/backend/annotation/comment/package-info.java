/// What people say about objects of any kind, and how others react to it.
@NullMarked
package ai.rhesis.backend.annotation.comment;

import org.jspecify.annotations.NullMarked;
