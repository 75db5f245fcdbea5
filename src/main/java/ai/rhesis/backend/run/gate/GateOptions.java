package ai.rhesis.backend.run.gate;

import ai.rhesis.backend.platform.problem.Problem;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The time to wait for the end of a run, and the statuses of answers that are no pass.
record GateOptions(Duration waitingTime, int failStatus, int inconclusiveStatus) {

    private static final int MAX_WAIT = 600;
    private static final int OK = 200;
    private static final int MIN_ERROR = 400;
    private static final int MAX_ERROR = 599;

    /// Reads the parameters of a request by their names.
    ///
    /// @throws ProblemException 400 naming the parameter that is out of its bounds
    static GateOptions of(Function<String, @Nullable String> parameters) {
        String wait = parameters.apply("wait");
        return new GateOptions(
                Duration.ofSeconds(wait == null ? 0 : seconds(wait)),
                status("fail_status", parameters),
                status("inconclusive_status", parameters));
    }

    int statusOf(GateResult result) {
        return switch (result) {
            case PASS -> OK;
            case INCONCLUSIVE -> inconclusiveStatus;
            case FAIL -> failStatus;
        };
    }

    private static int seconds(String wait) {
        int seconds = number(wait);
        if (seconds < 1 || seconds > MAX_WAIT) {
            throw Problem.badRequest("wait", "must be between 1 and " + MAX_WAIT + " seconds")
                    .exception();
        }
        return seconds;
    }

    private static int status(String name, Function<String, @Nullable String> parameters) {
        String asked = parameters.apply(name);
        int status = asked == null ? OK : number(asked);
        if (status != OK && (status < MIN_ERROR || status > MAX_ERROR)) {
            throw Problem.badRequest(name, "must be 200, or between %d and %d".formatted(MIN_ERROR, MAX_ERROR))
                    .exception();
        }
        return status;
    }

    /// Reads a short number; what is none is out of every bound.
    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }
}
