/// Results of tests: output, verdict, and the judgement of each metric.
@NullMarked
package ai.rhesis.backend.run.testresult;

import org.jspecify.annotations.NullMarked;
