/// Looks across all types: what happened last, and what an id names.
@NullMarked
package ai.rhesis.backend.portal.overview;

import org.jspecify.annotations.NullMarked;
