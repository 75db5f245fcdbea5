package ai.rhesis.backend.run.testrun;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The status of runs as published Python clients can read it: they know four names and break off at any other, also in
/// a list. Their `state` is always told.
@Component
class SdkRunStatus {

    private static final String CLIENT = "python-requests/";
    private static final Set<String> KNOWN = Set.of("Progress", "Completed", "Partial", "Failed");

    private final HttpServletRequest request;
    private final boolean isOn;

    /// @param request the current one, whichever that is
    SdkRunStatus(HttpServletRequest request, @Value("${rhesis.sdk-run-status}") boolean isOn) {
        this.request = request;
        this.isOn = isOn;
    }

    TestRunView readable(TestRunView view) {
        return KNOWN.contains(view.shownStatus().name()) || !isAskedByClient()
                ? view
                : view.shownAs(nameOf(view.run().getState()));
    }

    private boolean isAskedByClient() {
        return isOn
                && Objects.requireNonNullElse(request.getHeader("User-Agent"), "")
                        .startsWith(CLIENT);
    }

    private static String nameOf(TestRunState state) {
        return switch (state) {
            case QUEUED, PROGRESS -> "Progress";
            case CANCELLED, FAILED -> "Failed";
            case COMPLETED, PARTIAL -> state.toString();
        };
    }
}
