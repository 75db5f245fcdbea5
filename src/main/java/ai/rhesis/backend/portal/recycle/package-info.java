/// The recycle bin: deleted objects until they are restored or purged.
@NullMarked
package ai.rhesis.backend.portal.recycle;

import org.jspecify.annotations.NullMarked;
