/// Preflights: checks before a run whether it can go well, told one by one over the web socket.
@NullMarked
package ai.rhesis.backend.portal.preflight;

import org.jspecify.annotations.NullMarked;
