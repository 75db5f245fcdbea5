/// Generations of test sets, which outlive their request and the node that works on them.
@NullMarked
package ai.rhesis.backend.suite.generation.job;

import org.jspecify.annotations.NullMarked;
