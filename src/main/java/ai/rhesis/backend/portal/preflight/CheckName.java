package ai.rhesis.backend.portal.preflight;

import java.util.Locale;

/// The checks that there are, in their order.
enum CheckName {
    ENDPOINT_CONNECTIVITY("Endpoint Connectivity"),
    EVALUATION_MODEL("Evaluation Model"),
    EXECUTION_MODEL("Execution Model"),
    TEST_SET_NOT_EMPTY("Test Set Has Tests"),
    REQUIREMENT_METRIC_COVERAGE("Requirement-Metric Coverage"),
    METRIC_COMPATIBILITY("Metric-Endpoint Compatibility"),
    METRIC_FUNCTIONALITY("Metric Functionality");

    private final String label;

    CheckName(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static CheckName of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
