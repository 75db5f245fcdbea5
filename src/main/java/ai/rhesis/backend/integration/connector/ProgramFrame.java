package ai.rhesis.backend.integration.connector;

import ai.rhesis.backend.platform.websocket.FrameException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A message of a program.
record ProgramFrame(String type, JsonNode body) {

    // Python writes NaN and Infinity
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final Pattern ANSWERED =
            Pattern.compile("\"(?:test|metric)_run_id\"\\s*:\\s*\"((?:test|metric)_[0-9a-f]{12})\"");

    /// Reads a message.
    ///
    /// @throws FrameException when it is none
    static ProgramFrame parse(String text) {
        JsonNode body = read(text);
        if (!body.path("type").isString()) {
            throw new FrameException("A message must be a JSON object with a string as type.");
        }
        return new ProgramFrame(body.path("type").asString(), body);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException unreadable) {
            throw new FrameException("The message is not valid JSON.");
        }
    }

    /// Returns the id of the call that it answers.
    String callId() {
        return body.path(type.equals("metric_result") ? "metric_run_id" : "test_run_id")
                .asString("");
    }

    /// Finds the id of the call that a message answers, which can't be read, in its beginning.
    static @Nullable String callIdIn(String head) {
        Matcher id = ANSWERED.matcher(head);
        return id.find() ? id.group(1) : null;
    }
}
