/// The one hash function that everything is hashed with.
@NullMarked
package ai.rhesis.backend.digest;

import org.jspecify.annotations.NullMarked;
