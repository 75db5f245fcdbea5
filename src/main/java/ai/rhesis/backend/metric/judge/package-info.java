/// A model as judge of results.
@NullMarked
package ai.rhesis.backend.metric.judge;

import org.jspecify.annotations.NullMarked;
