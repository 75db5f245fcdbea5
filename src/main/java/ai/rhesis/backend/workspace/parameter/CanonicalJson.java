package ai.rhesis.backend.workspace.parameter;

import ai.rhesis.backend.platform.secrets.Sha256;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// JSON as Python's `json.dumps(…, sort_keys=True, separators=(",", ":"), ensure_ascii=False)` writes it, which is what
/// published clients hash.
final class CanonicalJson {

    private static final int FIRST_WITH_EXPONENT = 16;
    private static final int LAST_WITHOUT_EXPONENT = -4;

    private final StringBuilder text = new StringBuilder();

    private CanonicalJson() {}

    /// @param value maps with texts as keys, lists, texts, numbers and booleans
    static String of(Object value) {
        CanonicalJson json = new CanonicalJson();
        json.write(value);
        return json.text.toString();
    }

    /// Returns the SHA-256 of the JSON in hexadecimal digits.
    static String hash(Object value) {
        return HexFormat.of().formatHex(Sha256.of(of(value)));
    }

    private void write(Object value) {
        switch (value) {
            case Map<?, ?> object -> writeObject(object);
            case List<?> array -> writeArray(array);
            case String string -> writeString(string);
            case Double number -> text.append(number(number));
            default -> text.append(value);
        }
    }

    private void writeObject(Map<?, ?> object) {
        text.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : new TreeMap<>(object).entrySet()) {
            text.append(separator);
            writeString(String.valueOf(entry.getKey()));
            text.append(':');
            write(entry.getValue());
            separator = ",";
        }
        text.append('}');
    }

    private void writeArray(List<?> array) {
        text.append('[');
        String separator = "";
        for (Object element : array) {
            text.append(separator);
            write(element);
            separator = ",";
        }
        text.append(']');
    }

    private void writeString(String string) {
        text.append('"');
        string.chars().forEach(character -> text.append(escaped((char) character)));
        text.append('"');
    }

    private static String escaped(char character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default -> character < ' ' ? "\\u%04x".formatted((int) character) : String.valueOf(character);
        };
    }

    /// Writes a float as Python's `repr` does: the fewest digits that read back the same, with an exponent from 1e16
    /// on and below 1e-4.
    static String number(double value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        String sign = value < 0 ? "-" : "";
        return sign
                + (exponent >= FIRST_WITH_EXPONENT || exponent < LAST_WITHOUT_EXPONENT
                        ? scientific(digits, exponent)
                        : plain(shortest));
    }

    /// Shortens a number: `Double.toString` writes two digits at least, also where one would do: 4.9E-324 for
    /// 5e-324.
    private static BigDecimal shortest(double value) {
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        BigDecimal one =
                digits.round(new MathContext(1, RoundingMode.HALF_EVEN)).stripTrailingZeros();
        return one.doubleValue() == value ? one : digits;
    }

    private static String scientific(String digits, int exponent) {
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return "%s%se%s%02d".formatted(digits.charAt(0), fraction, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    private static String plain(BigDecimal number) {
        return number.scale() <= 0 ? number.toBigInteger() + ".0" : number.toPlainString();
    }
}
