package ai.rhesis.backend.trace.otlp;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The writing of messages in OTLP's JSON: names in camel case, ids in hexadecimal digits, whole
/// numbers of 64 bits as texts, enumerated values as numbers.
final class OtlpJsonWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private OtlpJsonWriter() {}

    static byte[] write(Message message) {
        return JsonMapper.shared().writeValueAsBytes(tree(message));
    }

    private static ObjectNode tree(Message message) {
        ObjectNode tree = NODES.objectNode();
        message.getAllFields()
                .forEach((field, value) -> tree.set(
                        field.getJsonName(), field.isRepeated() ? array(field, (List<?>) value) : value(field, value)));
        return tree;
    }

    private static ArrayNode array(FieldDescriptor field, List<?> values) {
        ArrayNode array = NODES.arrayNode(values.size());
        values.forEach(value -> array.add(value(field, value)));
        return array;
    }

    private static JsonNode value(FieldDescriptor field, Object value) {
        return switch (value) {
            case Message message -> tree(message);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.stringNode(number(field, number));
            case Boolean bool -> NODES.booleanNode(bool);
            case Double number -> Double.isFinite(number) ? NODES.numberNode(number) : NODES.stringNode("" + number);
            case ByteString bytes -> NODES.stringNode(text(field, bytes));
            case EnumValueDescriptor enumerated -> NODES.numberNode(enumerated.getNumber());
            default -> NODES.stringNode(value.toString());
        };
    }

    private static String number(FieldDescriptor field, Long number) {
        return switch (field.getType()) {
            case FIXED64, UINT64 -> Long.toUnsignedString(number);
            default -> number.toString();
        };
    }

    private static String text(FieldDescriptor field, ByteString bytes) {
        return OtlpJsonValue.isHexadecimal(field)
                ? HexFormat.of().formatHex(bytes.toByteArray())
                : Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
