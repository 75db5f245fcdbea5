package ai.rhesis.backend.trace.otlp;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// The reading of messages in OTLP's JSON.
///
/// It takes more than the protocol allows, for senders do too: fields in snake case, names of
/// enumerated values, whole numbers as numbers. Unknown fields are passed over.
final class OtlpJsonReader {

    private static final int MAX_DEPTH = 200;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();
    private static final Map<Descriptor, Map<String, FieldDescriptor>> FIELDS = new ConcurrentHashMap<>();

    private final JsonParser parser;
    private int values;

    private OtlpJsonReader(JsonParser parser) {
        this.parser = parser;
    }

    static void read(byte[] bytes, Message.Builder into) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            new OtlpJsonReader(parser).readAll(into);
        } catch (StreamConstraintsException excessive) {
            throw Problem.invalid(
                            "",
                            "is nested deeper than %d levels, or holds a number of too many digits"
                                    .formatted(MAX_DEPTH))
                    .exception();
        } catch (JacksonException unreadable) {
            throw Problem.invalid(
                            "",
                            "not valid JSON at line %d, column %d"
                                    .formatted(
                                            unreadable.getLocation().getLineNr(),
                                            unreadable.getLocation().getColumnNr()))
                    .exception();
        }
    }

    private void readAll(Message.Builder into) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw Problem.invalid("", "a JSON object is required").exception();
        }
        readMessage(into);
        if (parser.nextToken() != null) {
            throw Problem.invalid("", "holds more than one JSON object").exception();
        }
    }

    private void readMessage(Message.Builder into) {
        require(parser.currentToken() == JsonToken.START_OBJECT, "an object");
        Map<String, FieldDescriptor> fields = fields(into.getDescriptorForType());
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            FieldDescriptor field = fields.get(parser.currentName());
            JsonToken token = parser.nextToken();
            if (field == null || token == JsonToken.VALUE_NULL) {
                parser.skipChildren();
            } else if (field.isRepeated()) {
                readArray(field, into);
            } else {
                into.setField(field, value(field, into));
            }
        }
    }

    private void readArray(FieldDescriptor field, Message.Builder into) {
        require(parser.currentToken() == JsonToken.START_ARRAY, "an array");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            into.addRepeatedField(field, value(field, into));
        }
    }

    private Object value(FieldDescriptor field, Message.Builder owner) {
        if (++values > OtlpFormat.MAX_VALUES) {
            throw ProtobufMessages.tooMany();
        }
        if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            Message.Builder part = owner.newBuilderForField(field);
            readMessage(part);
            return part.build();
        }
        Object value = parser.currentToken().isScalarValue() ? OtlpJsonValue.read(field, parser) : null;
        if (value == null) {
            throw mismatch(OtlpJsonValue.expected(field));
        }
        return value;
    }

    private void require(boolean holds, String expected) {
        if (!holds) {
            throw mismatch(expected);
        }
    }

    private ProblemException mismatch(String expected) {
        String place = parser.streamReadContext().pathAsPointer().toString();
        return Problem.invalid(place.substring(1).replace('/', '.'), "must be " + expected)
                .exception();
    }

    /// Returns the fields of a message by their names in either case.
    private static Map<String, FieldDescriptor> fields(Descriptor type) {
        return FIELDS.computeIfAbsent(type, any -> {
            Map<String, FieldDescriptor> fields = new HashMap<>();
            for (FieldDescriptor field : type.getFields()) {
                fields.put(field.getName(), field);
                fields.put(field.getJsonName(), field);
            }
            return fields;
        });
    }
}
