package ai.rhesis.backend.metric.assertion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// The reading of many values out of one text: a JSON array, or values between commas or on lines of their own.
/// Quotes keep a comma: `"1,000", in stock`; inside them `\"` and `""` are a quote and `\\` is a backslash. Nothing
/// between two commas is no value.
final class ValueList {

    private final String text;
    private final List<String> values = new ArrayList<>();
    private int place;

    private ValueList(String text) {
        this.text = text;
    }

    /// @throws UnjudgeableException when a quote is not closed, or there is no value at all
    static List<String> of(String text) {
        List<String> values =
                JsonTexts.parse(text) instanceof ArrayNode array ? ofArray(array) : new ValueList(text).read();
        if (values.isEmpty()) {
            throw UnjudgeableException.missing("value", "The list of values is empty");
        }
        return values;
    }

    static List<String> ofArray(ArrayNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(ValueList::text)
                .toList();
    }

    private static String text(JsonNode value) {
        return value.isContainer() ? value.toString() : value.asString();
    }

    private List<String> read() {
        skip(true);
        while (place < text.length()) {
            values.add(text.charAt(place) == '"' ? quoted() : unquoted());
            skip(true);
        }
        return values;
    }

    private String unquoted() {
        int begin = place;
        while (place < text.length() && !isSeparator(text.charAt(place))) {
            place++;
        }
        return text.substring(begin, place).strip();
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        for (place++; place < text.length(); place++) {
            char here = text.charAt(place);
            char next = place + 1 < text.length() ? text.charAt(place + 1) : 0;
            boolean isEscape = here == '\\' && (next == '"' || next == '\\') || here == '"' && next == '"';
            if (here == '"' && !isEscape) {
                place++;
                requireSeparator();
                return value.toString();
            }
            value.append(isEscape ? next : here);
            place += isEscape ? 1 : 0;
        }
        throw UnjudgeableException.invalidValue("A quote in the list of values is not closed");
    }

    private void requireSeparator() {
        skip(false);
        if (place < text.length() && !isSeparator(text.charAt(place))) {
            throw UnjudgeableException.invalidValue("A comma is missing behind a quoted value");
        }
    }

    private void skip(boolean separators) {
        while (place < text.length()
                && (isSeparator(text.charAt(place)) ? separators : Character.isWhitespace(text.charAt(place)))) {
            place++;
        }
    }

    private static boolean isSeparator(char character) {
        return character == ',' || character == '\n';
    }
}
