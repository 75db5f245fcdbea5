/// Spans as their senders tell them, whatever form they came in.
@NullMarked
package ai.rhesis.backend.trace.span;

import org.jspecify.annotations.NullMarked;
