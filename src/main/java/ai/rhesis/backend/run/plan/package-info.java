/// Plans of comparisons: how many tests and calls it takes to see a change, and what they take.
@NullMarked
package ai.rhesis.backend.run.plan;

import org.jspecify.annotations.NullMarked;
