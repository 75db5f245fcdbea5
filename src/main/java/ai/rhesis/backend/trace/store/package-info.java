/// Spans and the traces that they form, written as they came, once each.
@NullMarked
package ai.rhesis.backend.trace.store;

import org.jspecify.annotations.NullMarked;
