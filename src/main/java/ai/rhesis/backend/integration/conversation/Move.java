package ai.rhesis.backend.integration.conversation;

import ai.rhesis.backend.integration.provider.StructuredReply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The decision of the driver: whether the goal is met, and the next message of the user.
///
/// @param isWithFiles whether the files of the test go with the message
record Move(boolean goalMet, String message, boolean isWithFiles) {

    private static final String WITH_FILES = "include_files";

    static Move of(StructuredReply reply) {
        JsonNode content = reply.content() == null ? JsonMapper.shared().createObjectNode() : reply.content();
        return new Move(
                content.path("goal_met").asBoolean(),
                content.path("message").asString(""),
                content.path(WITH_FILES).asBoolean());
    }

    /// Writes the JSON Schema of a move.
    ///
    /// @param mayEnd whether the user may have nothing more to say
    /// @param hasFiles whether there are files to send
    static ObjectNode schema(boolean mayEnd, boolean hasFiles) {
        ObjectNode schema = JsonMapper.shared().createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("reason").put("type", "string");
        properties.putObject("goal_met").put("type", "boolean");
        ObjectNode message = properties.putObject("message").put("type", "string");
        if (!mayEnd) {
            message.put("pattern", "\\S");
        }
        ArrayNode required =
                schema.putArray("required").add("reason").add("goal_met").add("message");
        if (hasFiles) {
            properties.putObject(WITH_FILES).put("type", "boolean");
            required.add(WITH_FILES);
        }
        return schema.put("additionalProperties", false);
    }
}
