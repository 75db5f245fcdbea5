package ai.rhesis.backend.provider;

import ai.rhesis.backend.egress.CallException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a provider says when it refuses: in words, as far as it uses any, and how long it wants to be left alone.
final class Refusal {

    private static final int LONGEST_REASON = 500;
    private static final List<String> PLACES =
            List.of("/error/message", "/0/error/message", "/message", "/detail", "/error");

    private Refusal() {}

    static CallException of(Response response, byte[] content, Destination destination) {
        String reason = destination.withoutKey(reason(content));
        String message = destination.address().host() + " answered " + response.code();
        return CallException.status(
                response.code(),
                reason.isEmpty() ? message : message + ": " + reason,
                retryAfter(response.header("Retry-After")));
    }

    private static String reason(byte[] content) {
        try {
            JsonNode body = JsonMapper.shared().readTree(content);
            return PLACES.stream()
                    .map(body::at)
                    .filter(JsonNode::isString)
                    .map(place -> shortened(place.asString()))
                    .findFirst()
                    .orElse("");
        } catch (JacksonException notJson) {
            String text = new String(content, StandardCharsets.UTF_8).strip();
            return text.startsWith("<") ? "" : shortened(text);
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
    }

    /// Seconds or a date, as RFC 9110 has it.
    private static @Nullable Duration retryAfter(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            Duration asked = header.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(header))
                    : Duration.between(
                            Instant.now(), ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME));
            // their clock may be behind ours
            return asked.isNegative() ? Duration.ZERO : asked;
        } catch (DateTimeException | NumberFormatException unreadable) {
            return null;
        }
    }
}
