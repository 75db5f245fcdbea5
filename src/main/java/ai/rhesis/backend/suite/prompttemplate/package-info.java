/// Templates of prompts, which clients fill in.
@NullMarked
package ai.rhesis.backend.suite.prompttemplate;

import org.jspecify.annotations.NullMarked;
