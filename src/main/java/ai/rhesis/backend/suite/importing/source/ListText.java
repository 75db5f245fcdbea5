package ai.rhesis.backend.suite.importing.source;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Lists of texts in cells: in JSON, or as Python writes a list or an array.
public final class ListText {

    private final String text;
    private int place = 1;

    private ListText(String text) {
        this.text = text;
    }

    /// Reads a cell that may be a list; null when it is not.
    public static @Nullable ArrayNode read(String cell) {
        String text = cell.strip();
        if (text.length() < 2 || !text.startsWith("[") || !text.endsWith("]")) {
            return null;
        }
        return JsonFile.parse(text) instanceof ArrayNode list ? list : new ListText(text).ofPython();
    }

    private @Nullable ArrayNode ofPython() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        int end = text.length() - 1;
        while (place < end) {
            char quote = text.charAt(place++);
            if (quote == '\'' || quote == '"') {
                list.add(item(quote, end));
            } else if (quote != ',' && !Character.isWhitespace(quote)) {
                return null;
            }
        }
        return place == end ? list : null;
    }

    private String item(char quote, int end) {
        StringBuilder item = new StringBuilder();
        while (place < end && text.charAt(place) != quote) {
            char letter = text.charAt(place++);
            item.append(letter == '\\' && place < end ? escaped(text.charAt(place++)) : letter);
        }
        // an item that is never closed ends beyond the list
        place += place < end ? 1 : 2;
        return item.toString();
    }

    private static char escaped(char letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            default -> letter;
        };
    }
}
