/// What a system under test has to fulfil.
@NullMarked
package ai.rhesis.backend.suite.requirement;

import org.jspecify.annotations.NullMarked;
