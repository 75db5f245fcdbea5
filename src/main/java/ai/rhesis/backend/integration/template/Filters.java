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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// The filters that templates have: those of the engine that are harmless, and ours where the engine's make more of a
/// value than they were given, lose its type, or look inside objects.
final class Filters {

    static final Map<String, FilterCost> OF_THE_ENGINE = Map.ofEntries(
            Map.entry("capitalize", FilterCost.WHOLE),
            Map.entry("count", FilterCost.CONSTANT),
            Map.entry("dictsort", FilterCost.SORTING),
            Map.entry("e", FilterCost.WHOLE),
            Map.entry("escape", FilterCost.WHOLE),
            Map.entry("first", FilterCost.CONSTANT),
            Map.entry("last", FilterCost.ITEMS),
            Map.entry("length", FilterCost.CONSTANT),
            Map.entry("lower", FilterCost.WHOLE),
            Map.entry("map", FilterCost.ITEMS),
            Map.entry("reject", FilterCost.ITEMS),
            Map.entry("rejectattr", FilterCost.ITEMS),
            Map.entry("reverse", FilterCost.ITEMS),
            Map.entry("select", FilterCost.ITEMS),
            Map.entry("selectattr", FilterCost.ITEMS),
            Map.entry("sort", FilterCost.SORTING),
            Map.entry("title", FilterCost.WHOLE),
            Map.entry("trim", FilterCost.WHOLE),
            Map.entry("truncate", FilterCost.WHOLE),
            Map.entry("unique", FilterCost.WHOLE),
            Map.entry("upper", FilterCost.WHOLE),
            Map.entry("urldecode", FilterCost.WHOLE),
            Map.entry("wordcount", FilterCost.WHOLE));

    static final List<OwnFilter> OURS = List.of(
            new OwnFilter("default", FilterCost.CONSTANT, Filters::orDefault),
            new OwnFilter("d", FilterCost.CONSTANT, Filters::orDefault),
            new OwnFilter("tojson", FilterCost.WHOLE, (value, arguments) -> new JsonText(Values.plain(value))),
            new OwnFilter("fromjson", FilterCost.WHOLE, (value, arguments) -> fromJson(Values.text(value))),
            new OwnFilter("pprint", FilterCost.WHOLE, (value, arguments) -> pretty(value)),
            new OwnFilter("string", FilterCost.WHOLE, (value, arguments) -> Values.text(value)),
            new OwnFilter(
                    "int",
                    FilterCost.WHOLE,
                    (value, arguments) -> NumberFilters.toInt(value, arguments.get(0, "default"))),
            new OwnFilter(
                    "float",
                    FilterCost.WHOLE,
                    (value, arguments) -> NumberFilters.toFloat(value, arguments.get(0, "default"))),
            new OwnFilter("abs", FilterCost.WHOLE, (value, arguments) -> NumberFilters.abs(value)),
            new OwnFilter(
                    "round",
                    FilterCost.WHOLE,
                    (value, arguments) -> NumberFilters.round(value, arguments.number(0, "precision"))),
            new OwnFilter("sum", FilterCost.ITEMS, (value, arguments) -> NumberFilters.sum(list(value))),
            new OwnFilter(
                    "items",
                    FilterCost.ITEMS,
                    (value, arguments) -> value instanceof Map<?, ?> map ? PythonMethods.items(map) : value),
            new OwnFilter("list", FilterCost.ITEMS, (value, arguments) -> list(value)),
            new OwnFilter("join", FilterCost.WHOLE, Filters::join),
            new OwnFilter("replace", FilterCost.WHOLE, Filters::replace),
            new OwnFilter(
                    "split",
                    FilterCost.WHOLE,
                    (value, arguments) -> PythonMethods.ofText(Values.text(value), "split", arguments.given())),
            new OwnFilter("urlencode", FilterCost.WHOLE, (value, arguments) -> urlEncode(Values.text(value))));

    private Filters() {}

    static Set<String> names() {
        Set<String> names = Stream.concat(OURS.stream(), ProviderFilters.ALL.stream())
                .map(OwnFilter::name)
                .collect(Collectors.toSet());
        names.addAll(OF_THE_ENGINE.keySet());
        return names;
    }

    private static @Nullable Object orDefault(@Nullable Object value, Arguments arguments) {
        boolean alsoForEmpty = ObjectTruthValue.evaluate(arguments.get(1, "boolean"));
        boolean isMissing = alsoForEmpty ? !ObjectTruthValue.evaluate(value) : value == null;
        return isMissing ? arguments.get(0, "default_value") : value;
    }

    /// Writes JSON on many lines, each indented by twice its depth.
    private static String pretty(@Nullable Object value) {
        Weight weight = Weight.of(value, Rendering.current().budget);
        Rendering.current().budget.spend(weight.steps() * weight.deepest() / 4);
        return Values.prettyJson(value);
    }

    private static @Nullable Object fromJson(String text) {
        Rendering.current().budget.spend(4L * text.length());
        try {
            return Values.parse(text);
        } catch (JacksonException noJson) {
            throw new TemplateException("fromjson was given a text that is not JSON");
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
            throw TemplateException.tooComplex(
                    "makes a text of more than %,d characters".formatted(RenderingBounds.MAX_TEXT_LENGTH));
        }
    }

    private static String replace(@Nullable Object value, Arguments arguments) {
        return PythonMethods.replace(Values.text(value), arguments.text(0, "s"), arguments.text(1, "d"));
    }

    private static String urlEncode(String text) {
        Rendering.current().budget.spend(3L * text.length());
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
