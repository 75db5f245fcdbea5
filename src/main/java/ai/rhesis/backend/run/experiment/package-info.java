/// The runs of experiments, one by one or by the version that they were started with.
@NullMarked
package ai.rhesis.backend.run.experiment;

import org.jspecify.annotations.NullMarked;
