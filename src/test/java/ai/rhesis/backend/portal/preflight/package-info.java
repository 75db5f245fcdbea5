@NullMarked
package ai.rhesis.backend.portal.preflight;

import org.jspecify.annotations.NullMarked;
