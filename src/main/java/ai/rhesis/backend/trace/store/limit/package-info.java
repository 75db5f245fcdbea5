/// The bounds of what is kept of spans, by the settings of the operator.
@NullMarked
package ai.rhesis.backend.trace.store.limit;

import org.jspecify.annotations.NullMarked;
