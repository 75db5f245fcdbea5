package ai.rhesis.backend.platform.openapi;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The words of the document: `operations.yaml` says what operations do, `properties.yaml` what properties and
/// parameters mean, and `examples.yaml` shows a body for each request.
final class Descriptions {

    private static final JsonNode OPERATIONS = YamlFile.read("operations.yaml");
    private static final JsonNode PROPERTIES = YamlFile.read("properties.yaml");
    private static final JsonNode EXAMPLES = YamlFile.read("examples.yaml");

    private Descriptions() {}

    static void addTo(ObjectNode document) {
        Schemas.of(document)
                .forEachEntry((schema, definition) ->
                        Schemas.forEachProperty(definition, (name, property) -> describe(property, schema, name)));
        Schemas.forEachOperation(document, (route, operation) -> describeOperation(operation));
    }

    private static void describeOperation(ObjectNode operation) {
        String id = operation.path("operationId").asString("");
        layOver(operation, OPERATIONS.path(id));
        operation.path("parameters").forEach(parameter -> describeParameter((ObjectNode) parameter, id));
        operation.at("/requestBody/content").forEach(content -> {
            Schemas.forEachProperty(content.path("schema"), (name, property) -> describe(property, id, name));
            addExample((ObjectNode) content, id);
        });
    }

    private static void describeParameter(ObjectNode parameter, String operation) {
        if (parameter.has("name")) {
            ObjectNode schema = (ObjectNode) parameter.path("schema");
            describe(schema, operation, parameter.path("name").asString());
            parameter.set("description", schema.remove("description"));
        }
    }

    private static void describe(ObjectNode property, String owner, String name) {
        Stream.of(owner + "." + name, owner.replaceFirst("Change$", "Request") + "." + name, name)
                .map(PROPERTIES::path)
                .filter(text -> !text.isMissingNode())
                .findFirst()
                .ifPresent(text -> describe(property, text));
    }

    private static void describe(ObjectNode property, JsonNode text) {
        if (text.isObject()) {
            layOver(property, text);
        } else if (!property.has("description")) {
            property.set("description", text);
        }
    }

    private static void layOver(ObjectNode one, JsonNode other) {
        other.forEachEntry(one::set);
    }

    private static void addExample(ObjectNode content, String operation) {
        String schema = content.path("schema").path("$ref").asString("").replace(Schemas.REFERENCE, "");
        JsonNode example = EXAMPLES.path(EXAMPLES.has(schema) ? schema : operation);
        if (!example.isMissingNode()) {
            content.set("example", example);
        }
    }
}
