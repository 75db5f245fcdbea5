package ai.rhesis.backend.integration.provider;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// The JSON document that a model was asked for by a schema, wherever it stands in its answer. Its values are in the
/// types of the schema where they mean one thing only; whether it follows the schema, the caller checks.
public final class AnswerDocuments {

    private static final int MAX_LENGTH = 1_000_000;

    private AnswerDocuments() {}

    /// @throws UnreadableAnswerException when the answer holds no such document
    public static JsonNode in(String text, JsonNode schema) throws UnreadableAnswerException {
        if (text.length() > MAX_LENGTH) {
            throw new UnreadableAnswerException("the answer is longer than " + MAX_LENGTH + " characters");
        }
        SchemaShape shape = new SchemaShape(schema);
        List<JsonNode> found = JsonObjects.in(Thoughts.leftOutOf(text)).stream()
                .map(object -> shape.applyTo(object))
                .toList();
        if (found.isEmpty()) {
            throw new UnreadableAnswerException("the answer holds no JSON object");
        }
        return shape.applyTo(chosen(found, schema));
    }

    /// Chooses the object that has the required keys, or the one in the wrapper of another name; of a bare list,
    /// makes the only list that the schema has.
    private static JsonNode chosen(List<JsonNode> found, JsonNode schema) {
        if (schema.path("type").asString("").equals("array")) {
            return listOf(found);
        }
        Set<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        for (JsonNode object : found) {
            JsonNode fitting = unwrapped(object, required);
            if (has(fitting, required)) {
                return fitting;
            }
        }
        return required.size() == 1 && isListIn(schema, required.iterator().next())
                ? JsonMapper.shared().createObjectNode().set(required.iterator().next(), listOf(found))
                : found.getFirst();
    }

    private static JsonNode unwrapped(JsonNode object, Set<String> required) {
        if (has(object, required) || object.size() != 1) {
            return object;
        }
        JsonNode inner = object.iterator().next();
        return inner.isObject() ? inner : object;
    }

    private static boolean has(JsonNode object, Set<String> required) {
        return object.isObject() && required.stream().allMatch(object::has);
    }

    private static boolean isListIn(JsonNode schema, String key) {
        return schema.path("properties").path(key).path("type").asString("").equals("array");
    }

    private static ArrayNode listOf(List<JsonNode> items) {
        return JsonMapper.shared().createArrayNode().addAll(items);
    }
}
