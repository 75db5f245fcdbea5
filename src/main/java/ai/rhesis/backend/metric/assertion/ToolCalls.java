package ai.rhesis.backend.metric.assertion;

import ai.rhesis.backend.metric.evaluation.Evidence;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The tools that a target called, by name: what it told of its calls, else what its output holds as JSON. Known
/// are the forms of OpenAI, Anthropic and Google, and `[{"name": …}]`.
final class ToolCalls {

    static final double DEFAULT_F1 = 1;

    private ToolCalls() {}

    /// Computes the harmonic mean of precision and recall of the names, whatever their order and number.
    static Check f1(Terms terms) {
        Set<String> expected = new TreeSet<>(ValueList.of(terms.requiredValue()));
        return evidence -> {
            Set<String> called = new TreeSet<>(of(evidence));
            double hits = expected.stream().filter(called::contains).count();
            AssertionResult finding = terms.score("F1", 2 * hits / (expected.size() + called.size()), DEFAULT_F1);
            return new AssertionResult(
                    finding.score(),
                    finding.passes(),
                    "%s; expected %s, called %s".formatted(finding.fact(), expected, called));
        };
    }

    private static Set<String> of(Evidence evidence) {
        Set<String> names = new LinkedHashSet<>();
        if (evidence.toolCalls() != null) {
            collect(evidence.toolCalls(), names);
            return names;
        }
        String output = OutputText.outputOf(evidence);
        JsonNode whole = JsonTexts.parse(output);
        List<JsonNode> found = whole == null ? JsonTexts.objectsIn(output) : List.of(whole);
        found.forEach(json -> collect(json, names));
        return names;
    }

    private static void collect(JsonNode json, Set<String> names) {
        if (json.isArray()) {
            json.forEach(item -> {
                if (item.isObject()) {
                    add(nameOf(item), names);
                }
            });
        } else if (json.path("tool_calls").isArray()) {
            collect(json.path("tool_calls"), names);
        } else if (json.path("toolCall").path("functionCalls").isArray()) {
            collect(json.path("toolCall").path("functionCalls"), names);
        } else if (isCall(json)) {
            add(nameOf(json), names);
        }
    }

    /// Tells whether an object alone is a call: any object may have a name.
    private static boolean isCall(JsonNode json) {
        String type = json.path("type").asString("");
        return type.equals("tool_use") || type.equals("function_call") || json.has("functionCall");
    }

    private static @Nullable String nameOf(JsonNode call) {
        for (JsonNode place : List.of(call.path("functionCall"), call.path("function"), call)) {
            if (place.path("name").isString()) {
                return place.path("name").stringValue();
            }
        }
        return null;
    }

    private static void add(@Nullable String name, Set<String> names) {
        if (name != null) {
            names.add(name);
        }
    }
}
