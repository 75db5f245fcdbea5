/// Spans of a delivery with what was read in them and what that costs.
@NullMarked
package ai.rhesis.backend.trace.store.reading;

import org.jspecify.annotations.NullMarked;
