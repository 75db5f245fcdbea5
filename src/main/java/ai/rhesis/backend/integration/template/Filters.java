package ai.rhesis.backend.integration.template;

import ai.rhesis.backend.integration.template.OwnFilter.Arguments;
import com.hubspot.jinjava.util.ObjectTruthValue;
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
            new OwnFilter("int", (value, arguments) -> NumberFilters.toInt(value, arguments.get(0, "default"))),
            new OwnFilter("float", (value, arguments) -> NumberFilters.toFloat(value, arguments.get(0, "default"))),
            new OwnFilter("abs", (value, arguments) -> NumberFilters.abs(value)),
            new OwnFilter("round", (value, arguments) -> NumberFilters.round(value, arguments.number(0, "precision"))),
            new OwnFilter("sum", (value, arguments) -> NumberFilters.sum(list(value))),
            new OwnFilter(
                    "items", (value, arguments) -> value instanceof Map<?, ?> map ? PythonMethods.items(map) : value),
            new OwnFilter("list", (value, arguments) -> list(value)),
            new OwnFilter("join", Filters::join),
            new OwnFilter("replace", Filters::replace),
            new OwnFilter(
                    "split",
                    (value, arguments) -> PythonMethods.ofText(Values.text(value), "split", arguments.given())),
            new OwnFilter("urlencode", (value, arguments) -> urlEncode(Values.text(value))));

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
        if (text.length() > RenderingBounds.MAX_TEXT_LENGTH) {
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
