/// Metrics and the rules they judge by.
@NullMarked
package ai.rhesis.backend.metric.metric;

import org.jspecify.annotations.NullMarked;
