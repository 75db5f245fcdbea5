/// Calls to the outside: which addresses may be connected to, what failed in words without secrets, and which failures
/// are worth another attempt.
@NullMarked
package ai.rhesis.backend.platform.egress;

import org.jspecify.annotations.NullMarked;
