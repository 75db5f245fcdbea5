/// Gates that stop a build: rules over a run and its comparison with a baseline.
@NullMarked
package ai.rhesis.backend.run.gate;

import org.jspecify.annotations.NullMarked;
