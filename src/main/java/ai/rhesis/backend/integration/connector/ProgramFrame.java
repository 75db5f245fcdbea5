package ai.rhesis.backend.integration.connector;

import ai.rhesis.backend.platform.persistence.StorableText;
import ai.rhesis.backend.platform.websocket.FrameException;
import ai.rhesis.backend.platform.websocket.FrameValues;
import java.util.Set;
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

    private static final Set<String> ANSWERS = Set.of("test_result", "metric_result");

    private static final Pattern ANSWERED =
            Pattern.compile("\"(?:test|metric)_run_id\"\\s*:\\s*\"((?:test|metric)_[0-9a-f]{12})\"");

    /// Reads a message. Characters that can't be stored are replaced in answers: a model may say anything.
    ///
    /// @throws FrameException when it is none, or holds what can't be stored
    static ProgramFrame parse(String text) {
        JsonNode body = read(text);
        if (!body.path("type").isString()) {
            throw new FrameException("A message must be a JSON object with a string as type.");
        }
        String type = body.path("type").asString();
        return new ProgramFrame(type, ANSWERS.contains(type) ? storable(body) : checked(body));
    }

    private static JsonNode storable(JsonNode answer) {
        return FrameValues.areStorable(answer) ? answer : checked(StorableText.of(answer));
    }

    private static JsonNode checked(JsonNode body) {
        FrameValues.require(body);
        return body;
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
