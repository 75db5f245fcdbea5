/// Looks across all types: what happened last, and what an id names.
@NullMarked
package ai.rhesis.backend.overview;

import org.jspecify.annotations.NullMarked;
