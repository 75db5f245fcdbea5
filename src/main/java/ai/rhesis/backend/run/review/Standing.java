package ai.rhesis.backend.run.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The verdicts on a result: the automatic one, and those of the reviews in force.
///
/// @param reviewed the verdict of the newest review of the whole result
/// @param isOverridden whether the review of some metric says otherwise than the metric
/// @param passes whether all metrics pass, as reviewed
record Standing(
        boolean isReviewed,
        String automatic,
        @Nullable UUID automaticStatusId,
        @Nullable Rating reviewed,
        boolean isOverridden,
        boolean passes) {

    private static final String ERROR = "Error";

    /// Returns the effective verdict: a review of the whole wins, an error stays, else all metrics must pass as
    /// reviewed.
    String verdict() {
        if (reviewed != null) {
            return reviewed.toString();
        }
        return isOverridden && !automatic.equals(ERROR) ? Rating.of(passes).toString() : automatic;
    }
}
