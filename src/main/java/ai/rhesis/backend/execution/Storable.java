package ai.rhesis.backend.execution;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What targets and judges say, with the replacement character in place of what no column can hold: NUL and half
/// characters.
final class Storable {

    private static final char REPLACEMENT = '\uFFFD';

    private Storable() {}

    static @Nullable String text(@Nullable String text) {
        return text == null || isStorable(text) ? text : replaced(text);
    }

    static JsonNode json(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.forEachEntry((key, value) -> copy.set(isStorable(key) ? key : replaced(key), json(value)));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
                array.forEach(value -> copy.add(json(value)));
                yield copy;
            }
            default ->
                node.isString() && !isStorable(node.stringValue())
                        ? JsonNodeFactory.instance.stringNode(replaced(node.stringValue()))
                        : node;
        };
    }

    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(Storable::isUnstorable);
    }

    private static String replaced(String text) {
        return text.codePoints()
                .map(point -> isUnstorable(point) ? REPLACEMENT : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// A pair of halves is one code point; a half that stays alone is in the range of surrogates.
    private static boolean isUnstorable(int point) {
        return point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
