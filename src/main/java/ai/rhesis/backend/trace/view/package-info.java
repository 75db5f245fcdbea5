/// Traces as people read them: lists, trees of spans, and figures over all of them.
@NullMarked
package ai.rhesis.backend.trace.view;

import org.jspecify.annotations.NullMarked;
