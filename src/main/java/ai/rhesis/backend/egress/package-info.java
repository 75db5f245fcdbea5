/// Calls to the outside: which addresses may be connected to, and which failures are worth another attempt.
@NullMarked
package ai.rhesis.backend.egress;

import org.jspecify.annotations.NullMarked;
