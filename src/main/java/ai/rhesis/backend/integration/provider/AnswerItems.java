package ai.rhesis.backend.integration.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The items of a list that a model was asked for, wherever they stand in its answer: in an object, a list or a code
/// fence, one after the other, or before the place where the answer was cut off.
public final class AnswerItems {

    private static final int MAX_LENGTH = 1_000_000;

    private AnswerItems() {}

    /// Finds the outermost objects that are items. Their keys, and those of objects in them, are given in snake case.
    ///
    /// @throws UnreadableAnswerException when there is none
    public static List<ObjectNode> in(String text, Predicate<ObjectNode> isItem) throws UnreadableAnswerException {
        if (text.length() > MAX_LENGTH) {
            throw new UnreadableAnswerException("the answer is longer than " + MAX_LENGTH + " characters");
        }
        List<ObjectNode> items = new ArrayList<>();
        for (JsonNode found : JsonObjects.readableIn(Thoughts.leftOutOf(text))) {
            collect(found, isItem, items);
        }
        if (items.isEmpty()) {
            throw new UnreadableAnswerException("the answer holds none of the JSON objects that were asked for");
        }
        return items;
    }

    /// Returns the text that a value means: lists are lines, and what is missing is empty.
    public static String text(JsonNode value) {
        return value.isMissingNode() ? "" : LenientValue.text(value).strip();
    }

    private static void collect(JsonNode found, Predicate<ObjectNode> isItem, List<ObjectNode> items) {
        if (found.isObject()) {
            ObjectNode named = inSnakeCase(found);
            if (isItem.test(named)) {
                items.add(named);
                return;
            }
        }
        found.forEach(child -> collect(child, isItem, items));
    }

    private static ObjectNode inSnakeCase(JsonNode object) {
        ObjectNode named = JsonMapper.shared().createObjectNode();
        object.properties().forEach(property -> {
            JsonNode value = property.getValue();
            named.set(inSnakeCase(property.getKey()), value.isObject() ? inSnakeCase(value) : value);
        });
        return named;
    }

    private static String inSnakeCase(String key) {
        return key.strip()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .replaceAll("[\\s-]+", "_")
                .toLowerCase(Locale.ROOT);
    }
}
