/// The repetitions of tests: how likely they pass, and how steady they are over runs.
@NullMarked
package ai.rhesis.backend.run.stability;

import org.jspecify.annotations.NullMarked;
