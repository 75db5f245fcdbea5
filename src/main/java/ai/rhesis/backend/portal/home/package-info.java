/// The first page for clients, and the message that a start ends with.
@NullMarked
package ai.rhesis.backend.portal.home;

import org.jspecify.annotations.NullMarked;
