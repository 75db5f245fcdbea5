package ai.rhesis.backend.trace.otlp;

import ai.rhesis.backend.platform.persistence.StorableText;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The attributes of OTLP as plain JSON. Characters that no column takes are replaced, bytes are in
/// Base64, and numbers that JSON lacks are texts, as in OTLP's own JSON.
public final class OtlpAttributes {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private OtlpAttributes() {}

    public static ObjectNode of(List<KeyValue> attributes) {
        ObjectNode object = NODES.objectNode();
        attributes.forEach(attribute -> object.set(text(attribute.getKey()), of(attribute.getValue())));
        return object;
    }

    /// Returns a text as columns take it.
    static String text(String text) {
        return StorableText.of(text);
    }

    static JsonNode of(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> NODES.stringNode(text(value.getStringValue()));
            case BOOL_VALUE -> NODES.booleanNode(value.getBoolValue());
            case INT_VALUE -> NODES.numberNode(value.getIntValue());
            case DOUBLE_VALUE -> number(value.getDoubleValue());
            case ARRAY_VALUE -> of(value.getArrayValue());
            case KVLIST_VALUE -> of(value.getKvlistValue().getValuesList());
            case BYTES_VALUE ->
                NODES.stringNode(
                        Base64.getEncoder().encodeToString(value.getBytesValue().toByteArray()));
            default -> NODES.nullNode();
        };
    }

    private static ArrayNode of(ArrayValue values) {
        ArrayNode array = NODES.arrayNode(values.getValuesCount());
        values.getValuesList().forEach(value -> array.add(of(value)));
        return array;
    }

    private static JsonNode number(double number) {
        return Double.isFinite(number) ? NODES.numberNode(number) : NODES.stringNode(Double.toString(number));
    }
}
