package ai.rhesis.backend.integration.template;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jinjava.javax.el.MethodNotFoundException;
import org.jspecify.annotations.Nullable;

/// The methods of Python's strings and dictionaries that templates of Jinja use.
final class PythonMethods {

    private PythonMethods() {}

    static @Nullable Object ofText(String text, String method, @Nullable Object[] given) {
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
        return switch (method) {
            case "keys" -> List.copyOf(map.keySet());
            case "values" -> map.values().stream().toList();
            case "items" -> items(map);
            case "get" ->
                map.containsKey(text(given, 0)) ? map.get(text(given, 0)) : given.length > 1 ? given[1] : null;
            default -> throw new MethodNotFoundException("a dictionary has no method " + method);
        };
    }

    /// Every key with its value.
    static List<List<@Nullable Object>> items(Map<?, ?> map) {
        return map.entrySet().stream()
                .map(entry -> Arrays.<@Nullable Object>asList(entry.getKey(), entry.getValue()))
                .toList();
    }

    static String replace(String text, String part, String other) {
        if (part.isEmpty()) {
            return text;
        }
        // every occurrence may grow
        long growth = (long) text.length() / part.length() * Math.max(0, other.length() - part.length());
        Rendering.current().budget.spend(text.length() + growth);
        return text.replace(part, other);
    }

    static List<String> split(String text, String separator) {
        if (separator.isEmpty()) {
            throw new TemplateException("split needs a separator that is not empty");
        }
        Rendering.current().budget.spend(text.length());
        return List.of(text.split(java.util.regex.Pattern.quote(separator), -1));
    }

    private static List<String> words(String text) {
        Rendering.current().budget.spend(text.length());
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private static String text(@Nullable Object[] given, int place) {
        return place < given.length ? Values.text(given[place]) : "";
    }
}
