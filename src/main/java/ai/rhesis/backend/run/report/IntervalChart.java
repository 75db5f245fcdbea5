package ai.rhesis.backend.run.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A change with its interval, drawn on a scale with no change in the middle. Places are in percent of the width.
///
/// @param reach the change at either end of the scale, as a fraction
public record IntervalChart(double delta, double lo, double hi, double reach) {

    private static final double STEP = 0.05;

    /// Returns the chart of a change; null where there is no interval.
    static @Nullable IntervalChart of(@Nullable Double delta, @Nullable List<Double> ci) {
        if (delta == null || ci == null) {
            return null;
        }
        double widest = Math.max(Math.abs(ci.getFirst()), Math.abs(ci.getLast()));
        double reach = Math.max(STEP, Math.ceil(widest / STEP) * STEP);
        return new IntervalChart(delta, ci.getFirst(), ci.getLast(), reach);
    }

    public double from() {
        return place(lo);
    }

    public double width() {
        return Math.round(10 * (place(hi) - place(lo))) / 10.0;
    }

    public double dot() {
        return place(delta);
    }

    /// Returns `better`, `worse`, or `unchanged` where the interval holds no change.
    public String mood() {
        if (lo > 0) {
            return "better";
        }
        return hi < 0 ? "worse" : "unchanged";
    }

    public String change() {
        return points(delta) + " points";
    }

    public String range() {
        return points(lo) + " to " + points(hi);
    }

    public String leftEnd() {
        return points(-reach);
    }

    public String rightEnd() {
        return points(reach);
    }

    private double place(double fraction) {
        return Math.round(10 * (50 + 50 * fraction / reach)) / 10.0;
    }

    private static String points(double fraction) {
        return String.format(Locale.ROOT, "%+.1f", 100 * fraction).replaceFirst("^[+-](0\\.0)$", "$1");
    }
}
