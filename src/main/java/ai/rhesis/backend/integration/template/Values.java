package ai.rhesis.backend.integration.template;

import com.hubspot.jinjava.objects.SafeString;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON as plain data, which is all that templates get to see: maps, lists, texts, numbers of 64 bits, true, false and
/// null.
public final class Values {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Values() {}

    /// Converts JSON to plain data. A number of more than 64 bits becomes a text, because arithmetic on it has no
    /// bounded cost.
    public static @Nullable Object of(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> members(json);
            case ARRAY ->
                json.values().stream().<@Nullable Object>map(Values::of).toList();
            case STRING -> json.stringValue();
            case BOOLEAN -> json.booleanValue();
            case NUMBER -> number(json.numberValue());
            default -> null;
        };
    }

    public static JsonNode toJson(@Nullable Object value) {
        return JSON.valueToTree(plain(value));
    }

    private static Map<String, @Nullable Object> members(JsonNode object) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        object.forEachEntry((name, value) -> members.put(name, of(value)));
        return members;
    }

    private static @Nullable Object number(Number number) {
        return switch (number) {
            case BigInteger big -> big.bitLength() < Long.SIZE ? (Object) big.longValue() : big.toString();
            case BigDecimal decimal -> finite(decimal.doubleValue());
            case Double decimal -> finite(decimal);
            case Float decimal -> finite(decimal.doubleValue());
            default -> number.longValue();
        };
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }

    /// Takes away what the engine wraps around a value. Anything that is no data becomes null.
    static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case JsonText json -> plain(json.value());
            case SafeString safe -> safe.getValue();
            case String text -> text;
            case Boolean truth -> truth;
            case Number number -> number(number);
            case Map.Entry<?, ?> entry -> plain(Arrays.asList(entry.getKey(), entry.getValue()));
            case Map<?, ?> map -> plainMap(map);
            case Collection<?> items -> plainList(items);
            default -> null;
        };
    }

    private static Map<String, @Nullable Object> plainMap(Map<?, ?> map) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        map.forEach((name, value) -> plain.put(String.valueOf(name), plain(value)));
        return plain;
    }

    private static List<@Nullable Object> plainList(Collection<?> items) {
        List<@Nullable Object> plain = new ArrayList<>(items.size());
        items.forEach(item -> plain.add(plain(item)));
        return plain;
    }

    /// Writes a value into a longer text: a text as it is, null as nothing, everything else as JSON.
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case JsonText json -> json.toString();
            case SafeString safe -> safe.getValue();
            case String text -> text;
            default -> {
                Object plain = plain(value);
                yield plain == null ? "" : json(plain);
            }
        };
    }

    static String json(@Nullable Object value) {
        return JSON.writeValueAsString(plain(value));
    }

    static String prettyJson(@Nullable Object value) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(plain(value));
    }

    static @Nullable Object parse(String json) {
        return of(JSON.readTree(json));
    }
}
