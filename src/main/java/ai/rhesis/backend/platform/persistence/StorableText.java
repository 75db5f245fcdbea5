package ai.rhesis.backend.platform.persistence;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Texts as database columns can hold them: with the replacement character in place of NUL and unpaired surrogates.
public final class StorableText {

    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    public static boolean isStorable(String text) {
        for (int place = 0; place < text.length(); ) {
            int point = text.codePointAt(place);
            if (isUnstorable(point)) {
                return false;
            }
            place += Character.charCount(point);
        }
        return true;
    }

    public static String of(String text) {
        return isStorable(text) ? text : replaced(text);
    }

    /// Makes all texts in the JSON storable, keys too.
    public static JsonNode of(JsonNode node) {
        return switch (node) {
            case StringNode text -> JsonNodeFactory.instance.stringNode(of(text.stringValue()));
            case ArrayNode array -> {
                ArrayNode storable = JsonNodeFactory.instance.arrayNode(array.size());
                array.forEach(item -> storable.add(of(item)));
                yield storable;
            }
            case ObjectNode object -> {
                ObjectNode storable = JsonNodeFactory.instance.objectNode();
                object.forEachEntry((key, value) -> storable.set(of(key), of(value)));
                yield storable;
            }
            default -> node;
        };
    }

    private static String replaced(String text) {
        return text.codePoints()
                .map(point -> isUnstorable(point) ? REPLACEMENT : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    // A pair of surrogates is one code point; an unpaired one is in their range.
    private static boolean isUnstorable(int point) {
        return point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
