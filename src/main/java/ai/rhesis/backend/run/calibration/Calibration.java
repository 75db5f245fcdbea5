package ai.rhesis.backend.run.calibration;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import ai.rhesis.backend.platform.statistics.Confusion;
import ai.rhesis.backend.platform.statistics.Estimate;
import ai.rhesis.backend.platform.statistics.Krippendorff;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/// A judge beside people on the same results.
///
/// @param selection the number of results by the way in which they were chosen
record Calibration(Confusion confusion, Krippendorff agreement, Map<String, Long> selection, boolean isStale) {

    static final int MIN_OF_CLASS = 10;

    /// Counts the labels of the judge as it is. Where there are none, those of the judge as it was are counted, and the
    /// calibration is stale.
    static Calibration of(List<Label> all, JudgeDefinition current) {
        List<Label> ofCurrent =
                all.stream().filter(label -> label.isBy(current)).toList();
        boolean isStale = ofCurrent.isEmpty() && !all.isEmpty();
        List<Label> labels = isStale ? all : ofCurrent;
        List<Label> told = labels.stream().filter(label -> !label.isTied()).toList();
        return new Calibration(
                confusion(told),
                Krippendorff.of(labels.stream().map(Label::unit).toList()),
                told.stream().collect(groupingBy(Label::selection, TreeMap::new, summingLong(Label::times))),
                isStale);
    }

    private static Confusion confusion(List<Label> labels) {
        return new Confusion(
                count(labels, (judge, people) -> judge && people),
                count(labels, (judge, people) -> judge && !people),
                count(labels, (judge, people) -> !judge && people),
                count(labels, (judge, people) -> !judge && !people));
    }

    private static long count(List<Label> labels, BiPredicate<Boolean, Boolean> cell) {
        return labels.stream()
                .filter(label -> cell.test(label.judge(), label.majority()))
                .mapToLong(Label::times)
                .sum();
    }

    /// @param minLabels the labels without which nothing can be said
    /// @param minKappa the least agreement beyond chance that is good enough, even at its lower limit
    CalibrationStatus status(int minLabels, double minKappa) {
        if (isStale) {
            return CalibrationStatus.STALE;
        }
        if (confusion.n() == 0) {
            return CalibrationStatus.NONE;
        }
        long passes = confusion.tp() + confusion.fn();
        long fails = confusion.fp() + confusion.tn();
        if (confusion.n() < minLabels || Math.min(passes, fails) < MIN_OF_CLASS) {
            return CalibrationStatus.INSUFFICIENT;
        }
        Estimate kappa = confusion.kappa();
        return kappa == null || kappa.ci().lo() < minKappa ? CalibrationStatus.WEAK : CalibrationStatus.CALIBRATED;
    }
}
