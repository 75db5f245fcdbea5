package ai.rhesis.backend.integration.provider;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// The error that a provider's answer holds: its words, and the status that it names itself.
///
/// @param error null where the answer has no error
/// @param words empty where it says nothing
record ErrorBody(@Nullable JsonNode error, String words) {

    private static final int MIN_STATUS = 400;
    private static final int MAX_STATUS = 599;
    private static final List<String> PLACES_OF_ERROR = List.of("/error", "/0/error", "/choices/0/error");
    private static final List<String> PLACES_OF_WORDS =
            List.of("/error/message", "/0/error/message", "/choices/0/error/message", "/message", "/detail", "/error");
    private static final List<String> PLACES_OF_STATUS = List.of("code", "status", "status_code", "http_status");

    /// Names of errors that stand where others have a number.
    private static final Map<String, Integer> STATUS_BY_NAME = Map.ofEntries(
            Map.entry("invalid_request_error", 400),
            Map.entry("authentication_error", 401),
            Map.entry("permission_error", 403),
            Map.entry("not_found_error", 404),
            Map.entry("request_too_large", 413),
            Map.entry("rate_limit_error", 429),
            Map.entry("rate_limit_exceeded", 429),
            Map.entry("resource_exhausted", 429),
            Map.entry("api_error", 500),
            Map.entry("internal_server_error", 500),
            Map.entry("bad_gateway", 502),
            Map.entry("unavailable", 503),
            Map.entry("service_unavailable", 503),
            Map.entry("timeout_error", 504),
            Map.entry("overloaded_error", 529));

    static ErrorBody of(byte[] content, JsonMapper mapper) {
        try {
            JsonNode body = mapper.readTree(content);
            return new ErrorBody(errorOf(body), wordsOf(body));
        } catch (JacksonException notJson) {
            String text = new String(content, StandardCharsets.UTF_8).strip();
            return new ErrorBody(null, text.startsWith("<") ? "" : text);
        }
    }

    boolean isError() {
        return error != null;
    }

    /// Returns the status that the error names, as a number, as digits or by a known name; null when it names none.
    @Nullable
    Integer status() {
        JsonNode known = error == null ? MissingNode.getInstance() : error;
        return PLACES_OF_STATUS.stream()
                .map(place -> numberOf(known.path(place)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> named(known));
    }

    private static @Nullable Integer numberOf(JsonNode status) {
        int number = status.asInt(0);
        return number >= MIN_STATUS && number <= MAX_STATUS ? Integer.valueOf(number) : null;
    }

    private static @Nullable Integer named(JsonNode error) {
        for (String place : List.of("code", "type", "status")) {
            String name = error.path(place).asString("").toLowerCase(Locale.ROOT);
            if (STATUS_BY_NAME.containsKey(name)) {
                return STATUS_BY_NAME.get(name);
            }
        }
        return null;
    }

    private static @Nullable JsonNode errorOf(JsonNode body) {
        return PLACES_OF_ERROR.stream()
                .map(body::at)
                .filter(ErrorBody::saysSomething)
                .findFirst()
                .orElse(isWhole(body) ? body : null);
    }

    private static boolean isWhole(JsonNode body) {
        return body.path("object").asString("").equals("error")
                || (!body.has("choices") && body.path("message").isString() && numberOf(body.path("code")) != null);
    }

    // some servers answer `"error": null`, or an empty one, beside what they were asked for
    private static boolean saysSomething(JsonNode error) {
        return error.isString()
                ? !error.stringValue().isBlank()
                : error.isObject()
                        && (!error.path("message").asString("").isBlank() || numberOf(error.path("code")) != null);
    }

    private static String wordsOf(JsonNode body) {
        return PLACES_OF_WORDS.stream()
                .map(body::at)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(words -> !words.isBlank())
                .findFirst()
                .orElse("");
    }
}
