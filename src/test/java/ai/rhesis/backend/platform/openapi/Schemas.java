package ai.rhesis.backend.platform.openapi;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The schemas of a document, walked through.
final class Schemas {

    static final String REFERENCE = "#/components/schemas/";

    private Schemas() {}

    static JsonNode of(JsonNode document) {
        return document.at("/components/schemas");
    }

    static void forEachOperation(JsonNode document, BiConsumer<String, ObjectNode> action) {
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry(
                        (method, operation) -> action.accept(method + " " + path, (ObjectNode) operation)));
    }

    /// Visits the properties of a schema, also of those that it is put together from.
    static void forEachProperty(JsonNode schema, BiConsumer<String, ObjectNode> action) {
        schema.path("properties").forEachEntry((name, property) -> action.accept(name, (ObjectNode) property));
        Stream.of("allOf", "anyOf", "oneOf")
                .flatMap(key -> schema.path(key).valueStream())
                .forEach(part -> forEachProperty(part, action));
        if (schema.has("items")) {
            forEachProperty(schema.path("items"), action);
        }
    }

    /// Answers the names of all schemas that a node leads to.
    static Set<String> reachable(JsonNode document, JsonNode from) {
        Set<String> found = new LinkedHashSet<>();
        collect(document, from, found);
        return found;
    }

    private static void collect(JsonNode document, JsonNode from, Set<String> found) {
        for (String reference : from.findValuesAsString("$ref")) {
            String name = reference.replace(REFERENCE, "");
            if (reference.startsWith(REFERENCE) && found.add(name)) {
                collect(document, of(document).path(name), found);
            }
        }
    }
}
