/// Readings of spans: the input, output, model, tokens and tools that each convention writes in its own words.
@NullMarked
package ai.rhesis.backend.trace.dialect;

import org.jspecify.annotations.NullMarked;
