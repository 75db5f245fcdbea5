package ai.rhesis.backend.importing.mapping;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Shows texts that the database can't hold: NUL and half characters stand as U+FFFD.
///
/// Only for previews: a row with such a text is never imported.
public final class StorableText {

    private static final char INSTEAD = '\uFFFD';

    private StorableText() {}

    public static String of(String text) {
        StringBuilder storable = null;
        for (int place = 0; place < text.length(); place++) {
            boolean half = Character.isSurrogate(text.charAt(place)) && !isPair(text, place);
            if (text.charAt(place) == 0 || half) {
                storable = storable == null ? new StringBuilder(text) : storable;
                storable.setCharAt(place, INSTEAD);
            }
        }
        return storable == null ? text : storable.toString();
    }

    public static JsonNode of(JsonNode node) {
        return switch (node) {
            case StringNode text -> JsonNodeFactory.instance.stringNode(of(text.stringValue()));
            case ArrayNode array -> {
                ArrayNode storable = JsonNodeFactory.instance.arrayNode();
                array.forEach(item -> storable.add(of(item)));
                yield storable;
            }
            case ObjectNode object -> {
                ObjectNode storable = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(entry -> storable.set(of(entry.getKey()), of(entry.getValue())));
                yield storable;
            }
            default -> node;
        };
    }

    private static boolean isPair(String text, int place) {
        return Character.isHighSurrogate(text.charAt(place))
                ? place + 1 < text.length() && Character.isLowSurrogate(text.charAt(place + 1))
                : place > 0 && Character.isHighSurrogate(text.charAt(place - 1));
    }
}
