package ai.rhesis.backend.portal.notification;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// The pages of the frontend that notifications lead to, by their addresses.
enum NotificationSection {
    TEST_SETS,
    TEST_RUNS,
    TASKS,
    ARCHITECT;

    static final String NAMES = "test-sets|test-runs|tasks|architect";

    static final String MESSAGE = "must be test-sets, test-runs, tasks or architect";

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
