@NullMarked
package ai.rhesis.backend.portal.feedback;

import org.jspecify.annotations.NullMarked;
