/// Spans and the traces that they form: kept as they came, once each, with all that lists show of a trace in one row.
@NullMarked
package ai.rhesis.backend.trace.store;

import org.jspecify.annotations.NullMarked;
