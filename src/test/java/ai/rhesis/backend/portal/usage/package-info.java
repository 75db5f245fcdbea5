@NullMarked
package ai.rhesis.backend.portal.usage;

import org.jspecify.annotations.NullMarked;
