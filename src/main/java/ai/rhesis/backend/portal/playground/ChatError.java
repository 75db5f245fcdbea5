package ai.rhesis.backend.portal.playground;

import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The reason why there is no answer.
///
/// @param errorType the reason of a failed call, such as `timeout`, else the name of a status, such as `not_found`
record ChatError(String error, String errorType) {

    static ChatError of(Problem problem) {
        String detail = problem.detail() instanceof List<?> violations
                ? violations.stream().map(ChatError::text).collect(Collectors.joining("; "))
                : problem.detail().toString();
        return new ChatError(detail, problem.httpStatus().name().toLowerCase(Locale.ROOT));
    }

    static ChatError of(CallException failure) {
        return new ChatError(
                String.valueOf(failure.getMessage()), failure.reason().name().toLowerCase(Locale.ROOT));
    }

    private static String text(Object violation) {
        return violation instanceof Violation named ? named.msg() : violation.toString();
    }
}
