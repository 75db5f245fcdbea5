package ai.rhesis.backend.workspace.parameter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The types of parameters.
public enum ParameterType {
    TEXT,
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    ENUM,
    MODEL_REF,
    SECRET_REF;

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,4})?");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int MAX_DIGITS = 1000;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads a value as one of this type: a `String`, `BigInteger`, `Double` or `Boolean`. A text that is a number
    /// and a whole float convert, a boolean does not.
    ///
    /// @return null where it is none
    @Nullable
    Object read(JsonNode value) {
        return switch (this) {
            case TEXT, STRING, ENUM -> value.isString() ? value.stringValue() : null;
            case BOOLEAN -> value.isBoolean() ? value.booleanValue() : null;
            case INTEGER -> integer(number(value));
            case NUMBER -> decimal(number(value));
            case MODEL_REF, SECRET_REF -> reference(value);
        };
    }

    /// Restores a value of this type from what its JSON is read as.
    Object restore(Object value) {
        return switch (this) {
            case INTEGER -> new BigInteger(value.toString());
            case NUMBER -> ((Number) value).doubleValue();
            default -> value;
        };
    }

    private static @Nullable BigDecimal number(JsonNode value) {
        String text = value.isNumber()
                ? value.asString()
                : value.isString() ? value.stringValue().strip() : "";
        return text.length() <= MAX_DIGITS && DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    private static @Nullable BigInteger integer(@Nullable BigDecimal number) {
        if (number == null || number.precision() - number.scale() > MAX_DIGITS) {
            return null;
        }
        BigDecimal whole = number.stripTrailingZeros();
        return whole.scale() > 0 ? null : whole.toBigInteger();
    }

    private static @Nullable Double decimal(@Nullable BigDecimal number) {
        return number == null || Double.isInfinite(number.doubleValue()) ? null : number.doubleValue();
    }

    private static @Nullable String reference(JsonNode value) {
        String id = value.isString() ? value.stringValue().toLowerCase(Locale.ROOT) : "";
        return UUID.matcher(id).matches() ? id : null;
    }
}
