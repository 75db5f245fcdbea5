/// Metrics: what judges the results of tests.
@NullMarked
package ai.rhesis.backend.metric;

import org.jspecify.annotations.NullMarked;
