package ai.rhesis.backend.platform.socket;

import ai.rhesis.backend.platform.websocket.FrameException;
import ai.rhesis.backend.platform.websocket.FrameValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// A message of a client, `{type, channel?, payload?, correlation_id?}`.
record ClientMessage(
        String type,
        @Nullable String channel,
        JsonNode payload,
        @Nullable String correlationId) {

    private static final int MAX_NAME = 255;

    /// Reads a message.
    ///
    /// @throws FrameException when it is none, or holds what can't be stored
    static ClientMessage parse(String text, JsonMapper json) {
        JsonNode message = read(text, json);
        String type = textOf(message, "type");
        if (type == null) {
            throw new FrameException("A message must be a JSON object with a string as type.");
        }
        FrameValues.require(message);
        JsonNode payload = message.path("payload");
        return new ClientMessage(
                type,
                textOf(message, "channel"),
                payload.isObject() ? payload : JsonNodeFactory.instance.objectNode(),
                textOf(message, "correlation_id"));
    }

    /// Returns the channel that it is about, which clients put into the payload or beside it.
    @Nullable
    String channelName() {
        String inside = textOf(payload, "channel");
        return inside == null ? channel : inside;
    }

    /// Returns a text of the payload; null when there is none.
    @Nullable
    String text(String name) {
        return textOf(payload, name);
    }

    private static JsonNode read(String text, JsonMapper json) {
        try {
            return json.readTree(text);
        } catch (JacksonException unreadable) {
            throw new FrameException("The message is not valid JSON.");
        }
    }

    private static @Nullable String textOf(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isString() && value.asString().length() <= MAX_NAME ? value.asString() : null;
    }
}
