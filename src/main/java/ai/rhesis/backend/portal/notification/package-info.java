/// Notifications: what people are told of in the frontend while they look elsewhere.
@NullMarked
package ai.rhesis.backend.portal.notification;

import org.jspecify.annotations.NullMarked;
