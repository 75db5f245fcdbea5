/// Generations of test sets, which outlive their request and the node that works on them.
@NullMarked
package ai.rhesis.backend.suite.setgeneration;

import org.jspecify.annotations.NullMarked;
