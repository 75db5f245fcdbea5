/// Baselines of test sets: the runs that other runs are compared with by name.
@NullMarked
package ai.rhesis.backend.run.baseline;

import org.jspecify.annotations.NullMarked;
