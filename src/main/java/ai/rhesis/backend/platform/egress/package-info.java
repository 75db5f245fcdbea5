/// Calls to the outside: the addresses that may be connected to, failures without secrets, and repeated attempts.
@NullMarked
package ai.rhesis.backend.platform.egress;

import org.jspecify.annotations.NullMarked;
