/// What came of tests: output, verdict, and what each metric said.
@NullMarked
package ai.rhesis.backend.run.testresult;

import org.jspecify.annotations.NullMarked;
