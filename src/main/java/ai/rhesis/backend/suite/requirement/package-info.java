/// Requirements on a system under test.
@NullMarked
package ai.rhesis.backend.suite.requirement;

import org.jspecify.annotations.NullMarked;
