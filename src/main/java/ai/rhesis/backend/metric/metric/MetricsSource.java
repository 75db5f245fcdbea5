package ai.rhesis.backend.metric.metric;

import java.util.Locale;

/// The place where the metrics of a run were found.
public enum MetricsSource {
    /// The request that started the run named them.
    EXECUTION_TIME,
    /// They are those of the test set.
    TEST_SET,
    /// They are those of the requirement that each test has.
    REQUIREMENT;

    /// Returns the name that clients know, such as `test_set`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
