/// Texts that are said to a system under test.
@NullMarked
package ai.rhesis.backend.suite.prompt;

import org.jspecify.annotations.NullMarked;
