package ai.rhesis.backend.trace.store.limit;

import ai.rhesis.backend.platform.persistence.StorableText;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON as a column can hold it, with texts of bounded length.
///
/// Characters that can't be stored are replaced, texts that are too long are cut and say so. Numbers that are none of
/// JSON's, or too long when written out, become texts, and so does what is nested too deeply.
final class StorableJson {

    private static final int MAX_DEPTH = 100;
    private static final int MAX_DIGITS = 300;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final int maxText;

    StorableJson(int maxText) {
        this.maxText = maxText;
    }

    ObjectNode of(ObjectNode object) {
        return object(object, 0);
    }

    ArrayNode of(ArrayNode array) {
        return array(array, 0);
    }

    JsonNode of(JsonNode node) {
        return of(node, 0);
    }

    /// Returns the text, or as much of it as may be and the mark of how long it was.
    String text(String text) {
        return cut(StorableText.of(text), maxText);
    }

    static String cut(String text, int maxLength) {
        return text.length() <= maxLength
                ? text
                : Shortened.text(text, maxLength) + "… [cut: %,d characters]".formatted(text.length());
    }

    private JsonNode of(JsonNode node, int depth) {
        return switch (node) {
            case ObjectNode object -> depth < MAX_DEPTH ? object(object, depth) : tooDeep();
            case ArrayNode array -> depth < MAX_DEPTH ? array(array, depth) : tooDeep();
            default -> node.isString() ? string(text(node.stringValue())) : scalar(node);
        };
    }

    private ObjectNode object(ObjectNode object, int depth) {
        ObjectNode storable = JSON.objectNode();
        object.forEachEntry((key, value) -> storable.set(text(key), of(value, depth + 1)));
        return storable;
    }

    private ArrayNode array(ArrayNode array, int depth) {
        ArrayNode storable = JSON.arrayNode(array.size());
        array.forEach(item -> storable.add(of(item, depth + 1)));
        return storable;
    }

    private JsonNode scalar(JsonNode node) {
        boolean isKept = !node.isNumber() && !node.isBinary() && !node.isPojo();
        return isKept || (node.isNumber() && isStorable(node)) ? node : string(text(node.asString("")));
    }

    private static boolean isStorable(JsonNode number) {
        if (number.isDouble() || number.isFloat()) {
            return Double.isFinite(number.doubleValue());
        }
        if (!number.isBigDecimal() && !number.isBigInteger()) {
            return true;
        }
        BigDecimal decimal = number.decimalValue();
        long whole = Math.max(1, (long) decimal.precision() - decimal.scale());
        return whole + Math.max(0L, decimal.scale()) <= MAX_DIGITS;
    }

    private static JsonNode tooDeep() {
        return string("… [cut: nested deeper than " + MAX_DEPTH + " levels]");
    }

    private static JsonNode string(String text) {
        return JSON.stringNode(text);
    }
}
