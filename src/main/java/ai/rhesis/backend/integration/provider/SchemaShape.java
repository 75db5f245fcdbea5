package ai.rhesis.backend.integration.provider;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.ObjectNode;

/// The shape that a schema gives to a document: keys in its spelling, without those that it forbids, and values in its
/// types. It follows references within the schema and no others.
record SchemaShape(JsonNode schema) {

    private static final int MAX_REFERENCES = 20;

    JsonNode applyTo(JsonNode document) {
        return apply(document, schema);
    }

    private JsonNode apply(JsonNode value, JsonNode asked) {
        JsonNode type = resolved(asked, value);
        return switch (type.path("type").asString("")) {
            case "object" -> value.isObject() ? object(value, type) : value;
            case "array" -> array(value, type.path("items"));
            case "integer" -> integer(LenientValue.of(value, number()));
            case "string" -> value.isNull() ? value : LenientValue.of(value, type);
            case "number", "boolean" -> LenientValue.of(value, type);
            default -> value;
        };
    }

    private JsonNode object(JsonNode value, JsonNode type) {
        ObjectNode shaped = JsonMapper.shared().createObjectNode();
        JsonNode properties = type.path("properties");
        Map<String, String> spellings = properties.propertyNames().stream()
                .collect(Collectors.toMap(SchemaShape::loose, name -> name, (one, other) -> one));
        boolean isClosed = type.path("additionalProperties").isBoolean()
                && !type.path("additionalProperties").booleanValue();
        value.properties().forEach(property -> {
            String key = property.getKey();
            String name = properties.has(key) ? key : spellings.get(loose(key));
            if (name != null && !shaped.has(name)) {
                shaped.set(name, apply(property.getValue(), properties.path(name)));
            } else if (name == null && !isClosed) {
                shaped.set(key, property.getValue());
            }
        });
        return shaped;
    }

    private JsonNode array(JsonNode value, JsonNode items) {
        if (value.isNull()) {
            return value;
        }
        ArrayNode shaped = JsonMapper.shared().createArrayNode();
        Iterable<JsonNode> members = value.isArray() ? value : java.util.List.of(value);
        members.forEach(member -> shaped.add(apply(member, items)));
        return shaped;
    }

    private static JsonNode number() {
        return JsonMapper.shared().createObjectNode().put("type", "number");
    }

    private static JsonNode integer(JsonNode number) {
        if (!number.isNumber()) {
            return number;
        }
        BigDecimal plain = number.decimalValue().stripTrailingZeros();
        return plain.scale() <= 0 && plain.precision() - plain.scale() < 40
                ? BigIntegerNode.valueOf(plain.toBigInteger())
                : number;
    }

    /// Follows references, and takes the alternative of a value that may be null.
    private JsonNode resolved(JsonNode asked, JsonNode value) {
        JsonNode type = asked;
        for (int hop = 0; hop < MAX_REFERENCES; hop++) {
            JsonNode next = next(type, value);
            if (next == null) {
                return type;
            }
            type = next;
        }
        return type;
    }

    private @Nullable JsonNode next(JsonNode type, JsonNode value) {
        String reference = type.path("$ref").asString("");
        if (reference.startsWith("#/")) {
            return schema.at(reference.substring(1));
        }
        for (String keyword : new String[] {"anyOf", "oneOf", "allOf"}) {
            JsonNode choices = type.path(keyword);
            if (choices.isArray()) {
                return choices.valueStream()
                        .filter(choice -> !choice.path("type").asString("").equals("null") && !value.isNull())
                        .filter(choice -> choices.size() <= 2)
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }

    private static String loose(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }
}
