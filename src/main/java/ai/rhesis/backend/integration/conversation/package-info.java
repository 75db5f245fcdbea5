/// Multi-turn tests: a model plays the user until the goal is met or the turns run out.
@NullMarked
package ai.rhesis.backend.integration.conversation;

import org.jspecify.annotations.NullMarked;
