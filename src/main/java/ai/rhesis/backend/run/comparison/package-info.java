/// Comparison of two runs, test by test.
@NullMarked
package ai.rhesis.backend.run.comparison;

import org.jspecify.annotations.NullMarked;
