package ai.rhesis.backend.run.calibration;

import ai.rhesis.backend.platform.statistics.Krippendorff;
import org.jspecify.annotations.Nullable;

/// Results that a metric judged alike and people reviewed alike.
///
/// @param definition of the judge as the run pinned it; null where a client kept the judgement
/// @param isUnchanged whether a client's judgement is newer than the last change of the metric and its model
/// @param judge whether the metric said Pass
/// @param passes how many people said Pass
/// @param fails how many people said Fail
/// @param selection how the results were chosen: by which kind of queue, or `outside` of any
/// @param times how many such results there are
record Label(
        @Nullable JudgeDefinition definition,
        boolean isUnchanged,
        boolean judge,
        long passes,
        long fails,
        String selection,
        long times) {

    boolean isBy(JudgeDefinition current) {
        return definition == null ? isUnchanged : definition.equals(current);
    }

    boolean isTied() {
        return passes == fails;
    }

    boolean majority() {
        return passes > fails;
    }

    Krippendorff.Unit unit() {
        return new Krippendorff.Unit(passes, fails, times);
    }
}
