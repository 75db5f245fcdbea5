/// Runs of test sets: their configuration, start, execution, results, progress and report.
@NullMarked
package ai.rhesis.backend.run;

import org.jspecify.annotations.NullMarked;
