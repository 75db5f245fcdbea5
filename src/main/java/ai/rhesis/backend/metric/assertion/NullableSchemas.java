package ai.rhesis.backend.metric.assertion;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Schemas with OpenAPI's `"nullable": true`, which adds null to the `type` beside it, as ajv has it.
final class NullableSchemas {

    private static final String NULLABLE = "nullable";
    private static final Set<String> DATA = Set.of("const", "enum", "default", "examples", "example");
    private static final Set<String> BY_NAME =
            Set.of("properties", "patternProperties", "definitions", "$defs", "dependentSchemas", "dependencies");

    private NullableSchemas() {}

    /// Takes the keyword out of a schema.
    ///
    /// @throws UnjudgeableException where there is no type beside it
    static JsonNode resolve(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            resolveMembers(object);
            addNull(object);
        } else if (schema.isArray()) {
            schema.forEach(NullableSchemas::resolve);
        }
        return schema;
    }

    private static void resolveMembers(ObjectNode schema) {
        schema.forEachEntry((keyword, value) -> {
            if (BY_NAME.contains(keyword)) {
                value.forEach(NullableSchemas::resolve);
            } else if (!DATA.contains(keyword)) {
                resolve(value);
            }
        });
    }

    private static void addNull(ObjectNode schema) {
        JsonNode isNullable = schema.get(NULLABLE);
        if (isNullable == null || !isNullable.isBoolean()) {
            return;
        }
        schema.remove(NULLABLE);
        if (isNullable.booleanValue()) {
            schema.set("type", withNull(schema));
        }
    }

    private static ArrayNode withNull(ObjectNode schema) {
        ArrayNode types = schema.arrayNode();
        JsonNode type = schema.path("type");
        if (type.isMissingNode()) {
            throw UnjudgeableException.invalidValue(
                    "The JSON Schema can't be used: \"nullable\" needs \"type\" beside it");
        }
        boolean hasNull = type.isArray()
                && type.valueStream().anyMatch(name -> name.asString("").equals("null"));
        if (type.isArray()) {
            types.addAll((ArrayNode) type);
        } else {
            types.add(type);
        }
        return hasNull || type.asString("").equals("null") ? types : types.add("null");
    }
}
