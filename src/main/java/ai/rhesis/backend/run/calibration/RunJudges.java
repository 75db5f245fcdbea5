package ai.rhesis.backend.run.calibration;

import java.util.List;

/// The metrics by which models judged a run.
///
/// @param uncalibrated the names of those that reviews don't show to agree with people
public record RunJudges(long count, List<String> uncalibrated) {

    public static final RunJudges NONE = new RunJudges(0, List.of());
}
