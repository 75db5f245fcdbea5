/// Metrics and the two ways to judge: deterministic assertions and models as judges.
@NullMarked
package ai.rhesis.backend.metric;

import org.jspecify.annotations.NullMarked;
