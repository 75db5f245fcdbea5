/// The calibration of judges: how far their verdicts agree with those of people.
@NullMarked
package ai.rhesis.backend.run.calibration;

import org.jspecify.annotations.NullMarked;
