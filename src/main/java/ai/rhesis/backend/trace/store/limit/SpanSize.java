package ai.rhesis.backend.trace.store.limit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The size of a span that is too long: the longest of its values give way to a mark until it fits.
final class SpanSize {

    private SpanSize() {}

    static void shrink(ObjectNode span, int maxLength) {
        int length = length(span);
        if (length <= maxLength) {
            return;
        }
        List<Part> parts = parts(span);
        parts.sort(Comparator.comparingInt(Part::length).reversed());
        for (Part part : parts) {
            if (length <= maxLength) {
                return;
            }
            length -= part.give();
        }
        drop(span, length - maxLength);
    }

    /// Empties what holds so many small values that their marks are no shorter.
    private static void drop(ObjectNode span, int excess) {
        if (excess > 0) {
            span.properties().forEach(field -> {
                switch (field.getValue()) {
                    case ObjectNode object -> object.removeAll().put("cut", "too many values");
                    case ArrayNode array -> array.removeAll();
                    default -> throw new IllegalStateException(field.getKey());
                }
            });
        }
    }

    private static List<Part> parts(ObjectNode span) {
        List<Part> parts = new ArrayList<>();
        for (JsonNode field : span) {
            switch (field) {
                case ObjectNode object ->
                    object.forEachEntry(
                            (key, value) -> parts.add(new Part(length(value), mark -> object.put(key, mark))));
                case ArrayNode array -> array.forEach(item -> parts.addAll(ofItem(item)));
                default -> throw new IllegalStateException();
            }
        }
        return parts;
    }

    /// The attributes of an event or a link.
    private static List<Part> ofItem(JsonNode item) {
        List<Part> parts = new ArrayList<>();
        if (item.path("attributes") instanceof ObjectNode attributes) {
            attributes.forEachEntry(
                    (key, value) -> parts.add(new Part(length(value), mark -> attributes.put(key, mark))));
        }
        return parts;
    }

    private static int length(JsonNode node) {
        if (node.isString()) {
            return node.stringValue().length() + 2;
        }
        if (!node.isContainer()) {
            return node.asString("").length();
        }
        int[] length = {2};
        node.forEachEntry((key, value) -> length[0] += key.length() + 3 + length(value));
        if (node.isArray()) {
            node.forEach(item -> length[0] += 1 + length(item));
        }
        return length[0];
    }

    private record Part(int length, Consumer<String> replace) {

        int give() {
            String mark = "… [cut: %,d characters]".formatted(length);
            if (mark.length() + 2 >= length) {
                return 0;
            }
            replace.accept(mark);
            return length - mark.length() - 2;
        }
    }
}
