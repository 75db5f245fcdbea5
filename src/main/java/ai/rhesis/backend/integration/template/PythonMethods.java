package ai.rhesis.backend.integration.template;

import ai.rhesis.backend.platform.compute.TextSearch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jinjava.javax.el.MethodNotFoundException;
import org.jspecify.annotations.Nullable;

/// The methods of Python's strings and dictionaries that templates of Jinja use.
final class PythonMethods {

    private static final int STEPS_PER_PART = 8;

    private PythonMethods() {}

    static @Nullable Object ofText(String text, String method, @Nullable Object[] given) {
        Rendering.current().budget.spend(text.length());
        Weight.of(Arrays.asList(given), Rendering.current().budget);
        return switch (method) {
            case "upper" -> text.toUpperCase(Locale.ROOT);
            case "lower" -> text.toLowerCase(Locale.ROOT);
            case "strip" -> text.strip();
            case "lstrip" -> text.stripLeading();
            case "rstrip" -> text.stripTrailing();
            case "startswith" -> text.startsWith(text(given, 0));
            case "endswith" -> text.endsWith(text(given, 0));
            case "replace" -> replace(text, text(given, 0), text(given, 1));
            case "split" -> given.length == 0 ? words(text) : split(text, text(given, 0));
            default -> throw new MethodNotFoundException("a text has no method " + method);
        };
    }

    static @Nullable Object ofMap(Map<?, ?> map, String method, @Nullable Object[] given) {
        Weight.of(Arrays.asList(given), Rendering.current().budget);
        return switch (method) {
            case "keys" -> List.copyOf(counted(map).keySet());
            case "values" -> counted(map).values().stream().toList();
            case "items" -> items(counted(map));
            case "get" ->
                map.containsKey(text(given, 0)) ? map.get(text(given, 0)) : given.length > 1 ? given[1] : null;
            default -> throw new MethodNotFoundException("a dictionary has no method " + method);
        };
    }

    private static Map<?, ?> counted(Map<?, ?> map) {
        Weight.ofItems(map, Rendering.current().budget);
        return map;
    }

    /// Lists every key with its value.
    static List<List<@Nullable Object>> items(Map<?, ?> map) {
        return map.entrySet().stream()
                .map(entry -> Arrays.<@Nullable Object>asList(entry.getKey(), entry.getValue()))
                .toList();
    }

    static String replace(String text, String part, String other) {
        if (part.isEmpty()) {
            return text;
        }
        StringBuilder replaced = new StringBuilder();
        int begin = 0;
        for (int place = find(text, part, 0); place >= 0; place = find(text, part, begin)) {
            append(replaced, text.substring(begin, place));
            append(replaced, other);
            begin = place + part.length();
        }
        append(replaced, text.substring(begin));
        return replaced.toString();
    }

    private static int find(String text, String part, int from) {
        return TextSearch.indexOf(text, part, from, Rendering.current().budget);
    }

    private static void append(StringBuilder text, String part) {
        Rendering.current().budget.spend(1L + part.length());
        text.append(part);
    }

    static List<String> split(String text, String separator) {
        if (separator.isEmpty()) {
            throw new TemplateException("split needs a separator that is not empty");
        }
        List<String> parts = new ArrayList<>();
        int begin = 0;
        for (int place = find(text, separator, 0); place >= 0; place = find(text, separator, begin)) {
            Rendering.current().budget.spend(STEPS_PER_PART);
            parts.add(text.substring(begin, place));
            begin = place + separator.length();
        }
        parts.add(text.substring(begin));
        return parts;
    }

    private static List<String> words(String text) {
        Rendering.current().budget.spend((long) STEPS_PER_PART * text.length());
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private static String text(@Nullable Object[] given, int place) {
        return place < given.length ? Values.text(given[place]) : "";
    }
}
