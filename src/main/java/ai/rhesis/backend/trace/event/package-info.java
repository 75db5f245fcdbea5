/// Events of spans that come apart from them, in logs, as the newer conventions for generative AI send
/// messages.
@NullMarked
package ai.rhesis.backend.trace.event;

import org.jspecify.annotations.NullMarked;
