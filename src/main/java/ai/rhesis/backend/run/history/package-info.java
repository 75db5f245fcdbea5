/// The history of test sets: their runs with pass rates and intervals.
@NullMarked
package ai.rhesis.backend.run.history;

import org.jspecify.annotations.NullMarked;
