package ai.rhesis.backend.platform.idempotency;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import java.util.List;
import java.util.regex.Pattern;

/// The header `Idempotency-Key`, which POSTs may send unless their answers hold secrets.
public final class IdempotencyHeader {

    public static final String NAME = "Idempotency-Key";
    public static final int MAX_LENGTH = 255;

    /// The header of an answer that is repeated.
    public static final String REPLAYED = "Idempotent-Replayed";

    private static final Pattern KEY = Pattern.compile("[ -~]{1," + MAX_LENGTH + "}");

    private IdempotencyHeader() {}

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
