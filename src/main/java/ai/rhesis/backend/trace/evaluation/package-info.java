/// Results of tests on their way back out, as the evaluations of OpenTelemetry's conventions for
/// generative AI.
@NullMarked
package ai.rhesis.backend.trace.evaluation;

import org.jspecify.annotations.NullMarked;
