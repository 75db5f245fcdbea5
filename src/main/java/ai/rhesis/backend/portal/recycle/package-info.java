/// The recycle bin: what was deleted, until it is restored or purged.
@NullMarked
package ai.rhesis.backend.portal.recycle;

import org.jspecify.annotations.NullMarked;
