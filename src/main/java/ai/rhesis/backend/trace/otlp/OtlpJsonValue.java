package ai.rhesis.backend.trace.otlp;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The scalar values of OTLP's JSON.
final class OtlpJsonValue {

    /// The fields of bytes that are written in hexadecimal digits; all others are in Base64.
    static final Set<String> HEXADECIMAL = Set.of("trace_id", "span_id", "parent_span_id");

    private static final int MAX_DIGITS = 64;
    private static final double LIMIT = 0x1p64;

    private OtlpJsonValue() {}

    /// Reads the value at which the parser is; null where it is of another type.
    static @Nullable Object read(FieldDescriptor field, JsonParser parser) {
        String text = parser.getString();
        try {
            return switch (field.getJavaType()) {
                case INT -> Math.toIntExact(whole(parser, text).longValueExact());
                case LONG -> whole(parser, text).longValue();
                case FLOAT -> Float.parseFloat(number(text));
                case DOUBLE -> Double.parseDouble(number(text));
                case BOOLEAN -> text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
                case STRING -> text;
                case BYTE_STRING -> bytes(field, text);
                case ENUM -> enumerated(field.getEnumType(), parser, text);
                case MESSAGE -> null;
            };
        } catch (IllegalArgumentException | ArithmeticException other) {
            return null;
        }
    }

    static String expected(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case INT, LONG -> "a whole number";
            case FLOAT, DOUBLE -> "a number";
            case BOOLEAN -> "true or false";
            case STRING -> "a string";
            case BYTE_STRING -> isHexadecimal(field) ? "hexadecimal digits" : "bytes in Base64";
            case ENUM -> "the number or the name of an enumerated value";
            case MESSAGE -> "an object";
        };
    }

    static boolean isHexadecimal(FieldDescriptor field) {
        return HEXADECIMAL.contains(field.getName());
    }

    /// Returns a whole number, also of one that is written as `2.0` or `2e3`.
    private static BigInteger whole(JsonParser parser, String text) {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
            return new BigInteger(number(text));
        }
        double number = Double.parseDouble(number(text));
        if (Math.abs(number) >= LIMIT) {
            throw new ArithmeticException("out of range");
        }
        return new BigDecimal(number).toBigIntegerExact();
    }

    private static String number(String text) {
        if (text.length() > MAX_DIGITS) {
            throw new NumberFormatException("too long");
        }
        return text;
    }

    /// Returns no bytes for an id that is none: one bad span must not end the request.
    private static ByteString bytes(FieldDescriptor field, String text) {
        if (!isHexadecimal(field)) {
            return ByteString.copyFrom(Base64.getDecoder().decode(text));
        }
        try {
            return ByteString.copyFrom(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException noDigits) {
            return ByteString.EMPTY;
        }
    }

    private static @Nullable Object enumerated(EnumDescriptor type, JsonParser parser, String text) {
        return parser.currentToken() == JsonToken.VALUE_STRING
                ? type.findValueByName(text)
                : type.findValueByNumberCreatingIfUnknown(whole(parser, text).intValueExact());
    }
}
