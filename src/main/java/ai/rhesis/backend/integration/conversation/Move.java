package ai.rhesis.backend.integration.conversation;

import ai.rhesis.backend.integration.provider.StructuredReply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The decision of the driver: whether the goal is met, and the next message of the user.
record Move(boolean goalMet, String message) {

    static Move of(StructuredReply reply) {
        JsonNode content = reply.content() == null ? JsonMapper.shared().createObjectNode() : reply.content();
        return new Move(
                content.path("goal_met").asBoolean(), content.path("message").asString(""));
    }

    /// Writes the JSON Schema of a move.
    ///
    /// @param mayEnd whether the user may have nothing more to say
    static ObjectNode schema(boolean mayEnd) {
        ObjectNode schema = JsonMapper.shared().createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("reason").put("type", "string");
        properties.putObject("goal_met").put("type", "boolean");
        ObjectNode message = properties.putObject("message").put("type", "string");
        if (!mayEnd) {
            message.put("pattern", "\\S");
        }
        schema.putArray("required").add("reason").add("goal_met").add("message");
        return schema.put("additionalProperties", false);
    }
}
