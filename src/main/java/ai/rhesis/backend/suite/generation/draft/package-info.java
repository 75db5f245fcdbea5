/// Tests, and plans for them, that a model proposes and nobody has stored yet.
@NullMarked
package ai.rhesis.backend.suite.generation.draft;

import org.jspecify.annotations.NullMarked;
