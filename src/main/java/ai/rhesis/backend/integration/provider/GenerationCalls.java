package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.CallException.Reason;
import ai.rhesis.backend.platform.egress.CallTimeout;
import ai.rhesis.backend.platform.problem.Problem;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// The calls of models that write: how long they may take, and what their failures tell the caller.
public final class GenerationCalls {

    /// The time that published clients wait for an answer.
    public static final Duration TIMEOUT = Duration.ofSeconds(300);

    private GenerationCalls() {}

    /// Calls a model for the request of this thread.
    ///
    /// @throws ProblemException when there is no answer, as [#problem] tells it
    public static <T> T within(Supplier<T> call) {
        try {
            return CallTimeout.within(TIMEOUT, call);
        } catch (CallException failure) {
            throw problem(failure).exception();
        }
    }

    /// Creates the problem of a failed call: 400 with the provider's words where it refuses, for only the caller can
    /// mend that, else 502 or 504.
    public static Problem problem(CallException failure) {
        Integer status = failure.status();
        return failure.reason() == Reason.STATUS && status != null && status < 500
                ? Problem.badRequest("model_id", String.valueOf(failure.getMessage()))
                : failure.problem("model_id");
    }

    /// Creates the problem of an answer that is not what was asked for.
    ///
    /// @param why a part of a sentence
    public static Problem unusable(@Nullable String why) {
        return insufficient("The model's answer can't be used: " + why);
    }

    /// Creates the problem of an answer that does not do: 502, because another one may.
    public static Problem insufficient(String explanation) {
        return Problem.of(HttpStatus.BAD_GATEWAY, explanation)
                .with("code", "call_failed")
                .with("reason", "answer");
    }

    /// Tells whether the same call may succeed later: not where the provider, or this server, refuses it.
    public static boolean isPassing(CallException failure) {
        Integer status = failure.status();
        return switch (failure.reason()) {
            case STATUS -> status == null || status >= 500 || status == 408 || status == 429;
            case REFUSED, CONFIGURATION, TOO_COMPLEX -> false;
            default -> true;
        };
    }
}
