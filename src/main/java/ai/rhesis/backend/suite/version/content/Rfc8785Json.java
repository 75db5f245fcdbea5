package ai.rhesis.backend.suite.version.content;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// JSON in the one form that RFC 8785 gives it: keys sorted by UTF-16 code units, no spaces, numbers as
/// ECMAScript writes doubles.
///
/// Jackson sorts keys too, but writes numbers as Java does, so the form is written here.
final class Rfc8785Json {

    private static final int FIRST_PRINTABLE = 0x20;
    /// The first power of ten that ECMAScript writes with an exponent.
    private static final int MAX_PLAIN_EXPONENT = 21;

    private static final int MIN_PLAIN_EXPONENT = -6;

    private Rfc8785Json() {}

    static String of(JsonNode value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(JsonNode value, StringBuilder text) {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject(value, text);
            case ARRAY -> writeArray(value, text);
            case STRING -> writeString(value.stringValue(), text);
            case NUMBER -> text.append(number(Double.parseDouble(value.asString())));
            case BOOLEAN -> text.append(value.booleanValue());
            default -> text.append("null");
        }
    }

    private static void writeObject(JsonNode object, StringBuilder text) {
        List<Map.Entry<String, JsonNode>> sorted = object.properties().stream()
                // String compares UTF-16 code units
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .toList();
        String separator = "{";
        for (Map.Entry<String, JsonNode> entry : sorted) {
            text.append(separator);
            writeString(entry.getKey(), text);
            text.append(':');
            write(entry.getValue(), text);
            separator = ",";
        }
        text.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static void writeArray(JsonNode array, StringBuilder text) {
        String separator = "[";
        for (JsonNode element : array) {
            text.append(separator);
            write(element, text);
            separator = ",";
        }
        text.append(array.isEmpty() ? "[]" : "]");
    }

    private static void writeString(String value, StringBuilder text) {
        text.append('"');
        for (int place = 0; place < value.length(); place++) {
            writeCharacter(value.charAt(place), text);
        }
        text.append('"');
    }

    private static void writeCharacter(char character, StringBuilder text) {
        switch (character) {
            case '"', '\\' -> text.append('\\').append(character);
            case '\b' -> text.append("\\b");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\f' -> text.append("\\f");
            case '\r' -> text.append("\\r");
            default -> {
                if (character < FIRST_PRINTABLE) {
                    text.append("\\u%04x".formatted((int) character));
                } else {
                    text.append(character);
                }
            }
        }
    }

    /// Writes a double as Number::toString of ECMAScript does (section 6.1.6.1.20): the fewest digits that
    /// are read back as the same number, and of those the nearest.
    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        if (!Double.isFinite(value)) {
            return "null";
        }
        BigDecimal shortest = shortest(Math.abs(value)).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        // value = 0.digits × 10^exponent
        int exponent = digits.length() - shortest.scale();
        return (value < 0 ? "-" : "") + layOut(digits, exponent);
    }

    /// Shortens a number: `Double.toString` writes the fewest digits too, but two at least, of which the nearest
    /// pair may not end in 0.
    private static BigDecimal shortest(double value) {
        BigDecimal written = new BigDecimal(Double.toString(value));
        BigDecimal shorter = new BigDecimal(value).round(new MathContext(1));
        return shorter.doubleValue() == value ? shorter : written;
    }

    private static String layOut(String digits, int exponent) {
        int count = digits.length();
        if (count <= exponent && exponent <= MAX_PLAIN_EXPONENT) {
            return digits + "0".repeat(exponent - count);
        }
        if (0 < exponent && exponent <= MAX_PLAIN_EXPONENT) {
            return digits.substring(0, exponent) + "." + digits.substring(exponent);
        }
        if (MIN_PLAIN_EXPONENT < exponent && exponent <= 0) {
            return "0." + "0".repeat(-exponent) + digits;
        }
        String fraction = count == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + (exponent > 0 ? "e+" : "e-") + Math.abs(exponent - 1);
    }
}
