/// Spans in the form in which the published SDK sends them.
@NullMarked
package ai.rhesis.backend.trace.intake;

import org.jspecify.annotations.NullMarked;
