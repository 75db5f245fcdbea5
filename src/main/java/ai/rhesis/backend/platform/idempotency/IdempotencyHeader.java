package ai.rhesis.backend.platform.idempotency;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// The header `Idempotency-Key` and the requests that it is honoured on.
public final class IdempotencyHeader {

    public static final String NAME = "Idempotency-Key";
    public static final int MAX_LENGTH = 255;

    /// The header of an answer that is repeated.
    public static final String REPLAYED = "Idempotent-Replayed";

    private static final Pattern KEY = Pattern.compile("[ -~]{1," + MAX_LENGTH + "}");

    // their answers hold secrets, which are not kept anywhere
    private static final List<PathPattern> IGNORED = Stream.of("/auth/**", "/users", "/tokens", "/tokens/{id}/refresh")
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private IdempotencyHeader() {}

    public static boolean isHonoured(String method, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return method.equals("POST") && IGNORED.stream().noneMatch(ignored -> ignored.matches(parsed));
    }

    /// @throws ProblemException 400 unless it is a key
    static String check(String key) {
        if (!KEY.matcher(key).matches()) {
            throw Problem.badRequest(NAME, "%s must be 1 to %d printable ASCII characters".formatted(NAME, MAX_LENGTH))
                    .exception();
        }
        return key;
    }

    static Problem usedForAnother() {
        return Problem.invalid(List.of(
                Violation.at("header", NAME, "value_error", "was used for another request within the last 24 hours")));
    }
}
