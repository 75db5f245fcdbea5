/// The tests of an organization: one prompt to say, or a goal to reach over several turns.
@NullMarked
package ai.rhesis.backend.suite.testcase;

import org.jspecify.annotations.NullMarked;
