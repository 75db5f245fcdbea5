/// Configurations of runs: a test set and its target, chosen once and executed any number of times.
@NullMarked
package ai.rhesis.backend.run.testconfiguration;

import org.jspecify.annotations.NullMarked;
