/// Views across all types: the latest changes, and the object that an id names.
@NullMarked
package ai.rhesis.backend.portal.overview;

import org.jspecify.annotations.NullMarked;
