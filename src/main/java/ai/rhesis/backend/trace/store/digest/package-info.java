/// Traces as their spans add up to, in one row each.
@NullMarked
package ai.rhesis.backend.trace.store.digest;

import org.jspecify.annotations.NullMarked;
