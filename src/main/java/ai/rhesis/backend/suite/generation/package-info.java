/// Tests written by a model: the plan of what is missing, the calls that fill it, and the reading of what comes.
@NullMarked
package ai.rhesis.backend.suite.generation;

import org.jspecify.annotations.NullMarked;
