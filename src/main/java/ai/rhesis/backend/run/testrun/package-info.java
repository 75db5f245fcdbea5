/// Runs of test sets against a target: their state, what they pinned, and what came of them.
@NullMarked
package ai.rhesis.backend.run.testrun;

import org.jspecify.annotations.NullMarked;
