/// Traces: what applications tell of their work in spans, kept as it came and shown by what it means.
@NullMarked
package ai.rhesis.backend.trace;

import org.jspecify.annotations.NullMarked;
