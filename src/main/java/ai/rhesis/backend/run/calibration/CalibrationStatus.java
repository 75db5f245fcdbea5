package ai.rhesis.backend.run.calibration;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// The trust that a judge has earned.
enum CalibrationStatus {
    /// Nobody reviewed what it judged.
    NONE,
    /// Too few reviews, or too few of one verdict.
    INSUFFICIENT,
    /// It agrees with people hardly more than by chance.
    WEAK,
    CALIBRATED,
    /// It was changed since people reviewed what it judged.
    STALE;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
