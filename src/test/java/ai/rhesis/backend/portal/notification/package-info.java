@NullMarked
package ai.rhesis.backend.portal.notification;

import org.jspecify.annotations.NullMarked;
