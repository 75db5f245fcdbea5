package ai.rhesis.backend.trace.dialect;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The reader of lists and objects that were flattened into keys, such as `gen_ai.prompt.0.role`.
final class Flattened {

    static final int MAX_KEYS = 20_000;
    static final int MAX_SEGMENTS = 12;

    private static final int MAX_INDEX_LENGTH = 6;

    private Flattened() {}

    /// Returns what is below a prefix: a list where the keys are numbers. What is not flattened is returned as it is.
    static @Nullable JsonNode below(ObjectNode attributes, String prefix) {
        JsonNode whole = attributes.get(prefix);
        if (whole != null && !whole.isNull()) {
            return Json.parsed(whole);
        }
        Map<String, Object> tree = tree(attributes, prefix + ".");
        return tree.isEmpty() ? null : node(tree);
    }

    private static Map<String, Object> tree(ObjectNode attributes, String prefix) {
        Map<String, Object> tree = new LinkedHashMap<>();
        int keys = 0;
        for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
            String key = attribute.getKey();
            if (key.startsWith(prefix) && keys < MAX_KEYS) {
                put(tree, key.substring(prefix.length()).split("\\.", MAX_SEGMENTS), attribute.getValue());
                keys++;
            }
        }
        return tree;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> tree, String[] path, JsonNode value) {
        Map<String, Object> place = tree;
        for (int depth = 0; depth < path.length - 1; depth++) {
            Object next = place.computeIfAbsent(path[depth], segment -> new LinkedHashMap<String, Object>());
            if (!(next instanceof Map)) {
                return;
            }
            place = (Map<String, Object>) next;
        }
        place.putIfAbsent(path[path.length - 1], value);
    }

    @SuppressWarnings("unchecked")
    private static JsonNode node(Object value) {
        if (value instanceof JsonNode leaf) {
            return leaf;
        }
        Map<String, Object> tree = (Map<String, Object>) value;
        return tree.keySet().stream().allMatch(Flattened::isIndex) ? list(tree) : object(tree);
    }

    private static boolean isIndex(String segment) {
        return !segment.isEmpty()
                && segment.length() <= MAX_INDEX_LENGTH
                && segment.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    private static ArrayNode list(Map<String, Object> tree) {
        ArrayNode list = Json.array();
        tree.entrySet().stream()
                .sorted((one, other) ->
                        Integer.compare(Integer.parseInt(one.getKey()), Integer.parseInt(other.getKey())))
                .forEach(entry -> list.add(node(entry.getValue())));
        return list;
    }

    private static ObjectNode object(Map<String, Object> tree) {
        ObjectNode object = Json.object();
        tree.forEach((key, value) -> object.set(key, node(value)));
        return object;
    }
}
