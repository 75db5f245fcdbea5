package ai.rhesis.backend.run.calibration;

import ai.rhesis.backend.platform.statistics.Confusion;
import ai.rhesis.backend.platform.statistics.Estimate;
import ai.rhesis.backend.platform.statistics.Krippendorff;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A calibration as a client reads it; null is undefined.
///
/// @param selection the number of results by the way in which they were chosen: `uniform`, `stratified` or
///     `most_informative` by a queue, `outside` of any
record CalibrationResponse(
        long n,
        ConfusionCounts confusion,
        @Nullable Rated sensitivity,
        @Nullable Rated specificity,
        @Nullable Rated prevalence,
        @Nullable Rated kappa,
        PeopleAgreement agreement,
        CalibrationStatus status,
        Map<String, Long> selection) {

    static CalibrationResponse of(Calibration calibration, CalibrationStatus status) {
        Confusion confusion = calibration.confusion();
        return new CalibrationResponse(
                confusion.n(),
                new ConfusionCounts(confusion.tp(), confusion.fp(), confusion.fn(), confusion.tn()),
                Rated.of(confusion.sensitivity()),
                Rated.of(confusion.specificity()),
                Rated.of(confusion.prevalence()),
                Rated.of(confusion.kappa()),
                PeopleAgreement.of(calibration.agreement()),
                status,
                calibration.selection());
    }

    /// The verdicts of judge and people: both Pass, the judge alone, people alone, none.
    record ConfusionCounts(long tp, long fp, long fn, long tn) {}

    /// A figure with its interval at 95 %.
    record Rated(double value, double[] ci) {

        static @Nullable Rated of(@Nullable Estimate estimate) {
            return estimate == null
                    ? null
                    : new Rated(
                            estimate.value(),
                            new double[] {estimate.ci().lo(), estimate.ci().hi()});
        }
    }

    /// The agreement of people with each other.
    ///
    /// @param alpha Krippendorff's α; null where no two reviews can be compared
    /// @param units the results with two reviews or more
    record PeopleAgreement(@Nullable Double alpha, long units) {

        static PeopleAgreement of(Krippendorff agreement) {
            return new PeopleAgreement(agreement.alpha(), agreement.units());
        }
    }
}
