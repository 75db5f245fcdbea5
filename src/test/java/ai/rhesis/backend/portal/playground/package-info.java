@NullMarked
package ai.rhesis.backend.portal.playground;

import org.jspecify.annotations.NullMarked;
