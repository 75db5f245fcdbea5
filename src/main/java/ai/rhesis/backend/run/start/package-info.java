/// The start of runs, which pins the tests, metrics, target and models of a run together with its tickets in one
/// transaction.
@NullMarked
package ai.rhesis.backend.run.start;

import org.jspecify.annotations.NullMarked;
