package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.run.verdict.Measure;
import java.util.UUID;

/// The pairs of two runs.
///
/// @param isAutomatic whether what was judged automatically is paired, without reviews
/// @param isByOutcome whether pairs differ by their outcomes, and not by the shares of their repetitions that passed
record Pairing(UUID id, UUID candidate, UUID baseline, boolean isAutomatic, boolean isByOutcome) {

    Measure measure() {
        return isByOutcome ? Measure.OUTCOME : Measure.SHARE;
    }
}
