package ai.rhesis.backend.template;

import ai.rhesis.backend.template.OwnFilter.Arguments;
import com.hubspot.jinjava.util.ObjectTruthValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// The filters that templates have: those of the engine that are harmless, and ours where the engine's make more of a
/// value than they were given, lose its type, or look inside objects.
final class Filters {

    static final Set<String> OF_THE_ENGINE = Set.of(
            "capitalize",
            "count",
            "dictsort",
            "e",
            "escape",
            "first",
            "last",
            "length",
            "lower",
            "map",
            "reject",
            "rejectattr",
            "reverse",
            "select",
            "selectattr",
            "sort",
            "title",
            "trim",
            "truncate",
            "unique",
            "upper",
            "urldecode",
            "wordcount");

    static final List<OwnFilter> OURS = List.of(
            new OwnFilter("default", Filters::orDefault),
            new OwnFilter("d", Filters::orDefault),
            new OwnFilter("tojson", (value, arguments) -> new JsonText(Values.plain(value))),
            new OwnFilter("fromjson", (value, arguments) -> fromJson(Values.text(value))),
            new OwnFilter("pprint", (value, arguments) -> Values.prettyJson(value)),
            new OwnFilter("string", (value, arguments) -> Values.text(value)),
            new OwnFilter("int", (value, arguments) -> toInt(value, arguments.get(0, "default"))),
            new OwnFilter("float", (value, arguments) -> toFloat(value, arguments.get(0, "default"))),
            new OwnFilter("abs", (value, arguments) -> abs(value)),
            new OwnFilter("round", (value, arguments) -> round(value, arguments.number(0, "precision"))),
            new OwnFilter("sum", (value, arguments) -> sum(value)),
            new OwnFilter(
                    "items", (value, arguments) -> value instanceof Map<?, ?> map ? PythonMethods.items(map) : value),
            new OwnFilter("list", (value, arguments) -> list(value)),
            new OwnFilter("join", Filters::join),
            new OwnFilter("replace", Filters::replace),
            new OwnFilter(
                    "split",
                    (value, arguments) -> PythonMethods.ofText(Values.text(value), "split", arguments.given())),
            new OwnFilter("urlencode", (value, arguments) -> urlEncode(Values.text(value))));

    private static final int MOST_DIGITS = 15;

    private Filters() {}

    static Set<String> names() {
        Set<String> names = OURS.stream().map(OwnFilter::name).collect(Collectors.toSet());
        names.addAll(OF_THE_ENGINE);
        return names;
    }

    private static @Nullable Object orDefault(@Nullable Object value, Arguments arguments) {
        boolean alsoForEmpty = ObjectTruthValue.evaluate(arguments.get(1, "boolean"));
        boolean isMissing = alsoForEmpty ? !ObjectTruthValue.evaluate(value) : value == null;
        return isMissing ? arguments.get(0, "default_value") : value;
    }

    private static @Nullable Object fromJson(String text) {
        try {
            return Values.parse(text);
        } catch (JacksonException noJson) {
            throw new TemplateException("fromjson was given what is no JSON");
        }
    }

    private static @Nullable Object toInt(@Nullable Object value, @Nullable Object otherwise) {
        Double number = number(value);
        return number == null ? (otherwise == null ? 0L : otherwise) : exact(value, number);
    }

    private static Object exact(@Nullable Object value, Double number) {
        return value instanceof Long || value instanceof Integer ? value : (Object) number.longValue();
    }

    private static @Nullable Object toFloat(@Nullable Object value, @Nullable Object otherwise) {
        Double number = number(value);
        return number == null ? (otherwise == null ? 0.0 : otherwise) : number;
    }

    private static @Nullable Double number(@Nullable Object value) {
        try {
            Object plain = Values.plain(value);
            return plain instanceof Number number
                    ? (Double) number.doubleValue()
                    : plain instanceof String text ? (Double) Double.parseDouble(text.strip()) : null;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    private static @Nullable Object abs(@Nullable Object value) {
        return switch (Values.plain(value)) {
            case Long whole -> Math.abs(whole);
            case Double decimal -> Math.abs(decimal);
            case null, default -> null;
        };
    }

    private static @Nullable Object round(@Nullable Object value, int digits) {
        Double number = number(value);
        if (number == null || !Double.isFinite(number)) {
            return null;
        }
        int places = Math.clamp(digits, -MOST_DIGITS, MOST_DIGITS);
        return BigDecimal.valueOf(number).setScale(places, RoundingMode.HALF_UP).doubleValue();
    }

    private static Object sum(@Nullable Object value) {
        long whole = 0;
        double decimal = 0;
        boolean isWhole = true;
        for (Object item : list(value)) {
            isWhole &= item instanceof Long || item instanceof Integer;
            if (item instanceof Number number) {
                whole += number.longValue();
                decimal += number.doubleValue();
            }
        }
        return isWhole ? (Object) whole : (Object) decimal;
    }

    private static List<?> list(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case Map<?, ?> map -> List.copyOf(map.keySet());
            case Collection<?> items -> items.stream().toList();
            default -> List.of(value);
        };
    }

    private static String join(@Nullable Object value, Arguments arguments) {
        String separator = arguments.text(0, "d");
        String attribute = arguments.text(1, "attribute");
        StringBuilder joined = new StringBuilder();
        for (Object item : list(value)) {
            joined.append(joined.isEmpty() ? "" : separator);
            joined.append(
                    Values.text(attribute.isEmpty() ? item : Rendering.current().resolveProperty(item, attribute)));
            Rendering.current().budget.spend(separator.length());
            requireShort(joined);
        }
        return joined.toString();
    }

    private static void requireShort(StringBuilder text) {
        if (text.length() > Sandbox.LONGEST_TEXT) {
            throw new TemplateException("makes a text that is too long");
        }
    }

    private static String replace(@Nullable Object value, Arguments arguments) {
        return PythonMethods.replace(Values.text(value), arguments.text(0, "s"), arguments.text(1, "d"));
    }

    private static String urlEncode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
