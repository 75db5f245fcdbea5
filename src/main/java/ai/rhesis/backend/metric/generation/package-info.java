/// Metrics that a model writes, or rewrites, as somebody describes them.
@NullMarked
package ai.rhesis.backend.metric.generation;

import org.jspecify.annotations.NullMarked;
