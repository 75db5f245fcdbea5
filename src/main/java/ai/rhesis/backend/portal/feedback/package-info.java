/// Feedback: what users say about the service, mailed to its operator.
@NullMarked
package ai.rhesis.backend.portal.feedback;

import org.jspecify.annotations.NullMarked;
