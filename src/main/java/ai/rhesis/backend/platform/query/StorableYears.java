package ai.rhesis.backend.platform.query;

import java.time.temporal.ValueRange;

/// The years of the times that are stored. The database keeps none of Java's last ones.
public final class StorableYears {

    private static final ValueRange YEARS = ValueRange.of(1, 9999);

    private StorableYears() {}

    public static boolean include(int year) {
        return YEARS.isValidIntValue(year);
    }
}
