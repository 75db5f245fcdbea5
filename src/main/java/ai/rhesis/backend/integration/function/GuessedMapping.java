package ai.rhesis.backend.integration.function;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Mappings that the names of parameters suggest. Parameters of other names are left to their defaults.
///
/// @param request none when no parameter is recognized: then all inputs pass by their own names
/// @param response where results usually hold what is known
/// @param confidence the certainty that the input reaches the right parameter
record GuessedMapping(Map<String, Object> request, Map<String, Object> response, double confidence, String reasoning) {

    private static final String INPUT = "input|query|prompt|message|text";
    private static final Pattern EXACT = Pattern.compile(INPUT);
    private static final Pattern COMPOUND =
            Pattern.compile("(user|chat)_(%1$s)|(%1$s)_(text|message)".formatted(INPUT));
    private static final Pattern PARTIAL = Pattern.compile(".*(question|ask|request|instruction).*(?<!_id)");
    private static final Pattern CONVERSATION = Pattern.compile("(session|conversation|thread|chat)(_id)?");

    private static final Map<String, Object> RESPONSE = Map.of(
            "output", "{{ output or response or result or answer or reply or message }}",
            "conversation_id", "{{ conversation_id or session_id or thread_id or chat_id }}",
            "context", "{{ context or documents or sources or knowledge }}",
            "metadata", "{{ metadata }}",
            "tool_calls", "{{ tool_calls }}");

    static GuessedMapping of(Collection<String> parameters) {
        String input = best(parameters, GuessedMapping::likenessToInput);
        String conversation = best(parameters, GuessedMapping::likenessToConversation);
        Map<String, Object> request = new LinkedHashMap<>();
        List<String> matches = new ArrayList<>();
        if (input != null) {
            request.put(input, "{{ input }}");
            matches.add("input to " + input);
        }
        if (conversation != null) {
            request.put(conversation, "{{ conversation_id }}");
            matches.add("conversation_id to " + conversation);
        }
        return new GuessedMapping(request, RESPONSE, input == null ? 0 : likenessToInput(input), reasoning(matches));
    }

    Mappings mappings() {
        return new Mappings(request, response);
    }

    private static String reasoning(List<String> matches) {
        return matches.isEmpty()
                ? "No parameter is named like an input, so all inputs pass by their own names."
                : "By the names of the parameters: " + String.join(", ", matches) + ".";
    }

    private static @Nullable String best(Collection<String> parameters, ToDoubleFunction<String> likeness) {
        return parameters.stream()
                .filter(parameter -> likeness.applyAsDouble(parameter) > 0)
                .max(Comparator.comparingDouble(likeness))
                .orElse(null);
    }

    private static double likenessToInput(String parameter) {
        String name = parameter.toLowerCase(Locale.ROOT);
        if (EXACT.matcher(name).matches()) {
            return 1;
        }
        if (COMPOUND.matcher(name).matches()) {
            return 0.9;
        }
        return PARTIAL.matcher(name).matches() ? 0.7 : 0;
    }

    private static double likenessToConversation(String parameter) {
        String name = parameter.toLowerCase(Locale.ROOT);
        if (!CONVERSATION.matcher(name).matches()) {
            return 0;
        }
        return name.endsWith("_id") ? 1 : 0.9;
    }
}
