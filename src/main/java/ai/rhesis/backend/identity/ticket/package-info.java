/// Tickets that come by mail: they prove an address, log in, or give a new password.
@NullMarked
package ai.rhesis.backend.identity.ticket;

import org.jspecify.annotations.NullMarked;
