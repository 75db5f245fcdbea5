/// Judgements by a model.
@NullMarked
package ai.rhesis.backend.metric.judge;

import org.jspecify.annotations.NullMarked;
