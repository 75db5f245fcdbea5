/// What is judged and what the judgement says, whoever judges.
@NullMarked
package ai.rhesis.backend.evaluation;

import org.jspecify.annotations.NullMarked;
