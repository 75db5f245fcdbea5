package ai.rhesis.backend.platform.web.body;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import ai.rhesis.backend.platform.web.problem.BrokenBody;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;

/// Problems with bodies that can't be parsed.
final class UnreadableBody {

    private UnreadableBody() {}

    /// Says where the text stops being JSON, or that it broke off.
    static Problem problem(JacksonException failure) {
        return failure instanceof JacksonIOException broken
                ? BrokenBody.problem(broken.getCause())
                : Problem.invalid(
                        List.of(Violation.ofBody("", "json_invalid", "not valid JSON" + place(failure.getLocation()))));
    }

    private static String place(TokenStreamLocation place) {
        return place == null ? "" : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    }

    /// Names the key of the body in which the parser met one of its bounds.
    static Problem excessive(JsonParser parser) {
        TokenStreamContext context = parser.streamReadContext();
        String key = "";
        while (context != null && !context.inRoot()) {
            key = context.hasCurrentName() ? context.currentName() : key;
            context = context.getParent();
        }
        return Problem.invalid(List.of(Violation.ofBody(
                key,
                "value_error",
                "is nested deeper than %d levels, or holds a number of more than %d digits"
                        .formatted(UnstorableValues.MAX_DEPTH, UnstorableValues.MAX_DIGITS))));
    }
}
