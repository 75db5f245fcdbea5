package ai.rhesis.backend.platform.statistics;

import org.jspecify.annotations.Nullable;

/// The percentile between the two nearest values, as PostgreSQL's `percentile_cont` (type 7 of Hyndman, Fan 1996).
public final class Percentile {

    private Percentile() {}

    /// Returns the percentile of values in ascending order; null of none.
    public static @Nullable Double continuous(double[] ascending, double fraction) {
        if (ascending.length == 0) {
            return null;
        }
        double place = fraction * (ascending.length - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
    }
}
