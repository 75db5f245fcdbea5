/// Evidence that metrics judge and the judgements that they give, whoever judges.
@NullMarked
package ai.rhesis.backend.metric.evaluation;

import org.jspecify.annotations.NullMarked;
