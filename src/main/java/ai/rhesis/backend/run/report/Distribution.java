package ai.rhesis.backend.run.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The distribution of a figure over the results of a run: a histogram with steps of 1, 2 and 5, and what half
/// and 95 % of the results stay within. All figures come with their unit.
public record Distribution(
        String title,
        List<Bar> bars,
        String median,
        String percentile95,
        String largest,
        @Nullable String total) {

    private static final int MAX_SIDE_BY_SIDE = 7;

    /// Tells whether the labels have no room beside each other.
    public boolean isDense() {
        return bars.size() > MAX_SIDE_BY_SIDE;
    }

    /// One bar: how many results lie below its label and not below the one before, and its height in percent of the
    /// highest.
    public record Bar(String label, long count, double height) {

        /// Returns the distance of the bar from above.
        public double top() {
            return 100 - height;
        }
    }
}
