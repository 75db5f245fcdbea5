package ai.rhesis.backend.suite.fileformat;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The values that a cell of promptfoo lists between commas; one in quotes may hold commas itself.
final class PromptfooList {

    private final String text;
    private int place;

    private PromptfooList(String text) {
        this.text = text;
    }

    static ArrayNode of(String text) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        PromptfooList list = new PromptfooList(text);
        do {
            values.add(list.next());
        } while (list.place++ < text.length());
        return values;
    }

    /// Reads up to the next comma that is not in quotes, which stays unread.
    private String next() {
        while (place < text.length() && Character.isWhitespace(text.charAt(place))) {
            place++;
        }
        boolean isQuoted = place < text.length() && text.charAt(place) == '"';
        int end = isQuoted ? endOfQuoted() : -1;
        return end < 0 ? plain() : quoted(end);
    }

    private String plain() {
        int comma = text.indexOf(',', place);
        String value = text.substring(place, comma < 0 ? text.length() : comma).strip();
        place = comma < 0 ? text.length() : comma;
        return value;
    }

    private String quoted(int end) {
        String value = text.substring(place + 1, end).replace("\"\"", "\"");
        int comma = text.indexOf(',', end);
        place = comma < 0 ? text.length() : comma;
        return value;
    }

    /// Finds the closing quote; -1 when there is none, or more than blanks between it and the next comma.
    private int endOfQuoted() {
        int end = text.indexOf('"', place + 1);
        while (end >= 0 && end + 1 < text.length() && text.charAt(end + 1) == '"') {
            end = text.indexOf('"', end + 2);
        }
        if (end < 0) {
            return -1;
        }
        int comma = text.indexOf(',', end);
        boolean isWhole =
                text.substring(end + 1, comma < 0 ? text.length() : comma).isBlank();
        return isWhole ? end : -1;
    }
}
