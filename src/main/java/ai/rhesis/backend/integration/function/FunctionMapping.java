package ai.rhesis.backend.integration.function;

import ai.rhesis.backend.integration.connector.RegisteredFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The mappings of a function, and why they are these.
///
/// @param confidence from 0 to 1
/// @param reasoning a sentence for people
public record FunctionMapping(Mappings mappings, MappingSource source, double confidence, String reasoning) {

    /// Chooses the mappings of a function: those of its decorator come first, then saved ones, then what the names say.
    /// Saved ones that were made from the names of parameters follow the names.
    ///
    /// @param earlier the names of the parameters when the mappings were saved
    public static FunctionMapping choose(RegisteredFunction function, Mappings saved, Set<String> earlier) {
        Mappings decorated = new Mappings(function.requestMapping(), function.responseMapping());
        if (!decorated.areNone()) {
            return decorated(function, decorated, saved);
        }
        boolean isKept =
                saved.areBoth() && !saved.equals(GuessedMapping.of(earlier).mappings());
        return isKept
                ? new FunctionMapping(
                        saved, MappingSource.PREVIOUSLY_SAVED, 1, "Both mappings were saved before and are kept.")
                : guessed(function);
    }

    private static FunctionMapping decorated(RegisteredFunction function, Mappings decorated, Mappings saved) {
        boolean isWhole = decorated.areBoth();
        GuessedMapping guessed = GuessedMapping.of(function.parameters().keySet());
        Map<String, Object> request = decorated.request() == null ? guessed.request() : decorated.request();
        Map<String, Object> response = decorated.response() == null ? guessed.response() : decorated.response();
        return new FunctionMapping(
                new Mappings(keeping(saved.request(), request), response),
                isWhole ? MappingSource.SDK_MANUAL : MappingSource.SDK_HYBRID,
                1,
                isWhole
                        ? "Both mappings are those of the decorator."
                        : "One mapping is that of the decorator; the other is made from names. " + guessed.reasoning());
    }

    private static FunctionMapping guessed(RegisteredFunction function) {
        GuessedMapping guessed = GuessedMapping.of(function.parameters().keySet());
        return new FunctionMapping(
                guessed.mappings(), MappingSource.AUTO_MAPPED, guessed.confidence(), guessed.reasoning());
    }

    /// Keeps what people added to a saved mapping, and what they bound to a value instead of a template.
    private static Map<String, Object> keeping(@Nullable Map<String, Object> saved, Map<String, Object> registered) {
        if (saved == null) {
            return registered;
        }
        Map<String, Object> merged = new LinkedHashMap<>(registered);
        saved.forEach((key, value) -> {
            if (!registered.containsKey(key) || !holdsTemplate(value)) {
                merged.put(key, value);
            }
        });
        return merged;
    }

    private static boolean holdsTemplate(@Nullable Object value) {
        return switch (value) {
            case String text -> text.contains("{{") || text.contains("{%");
            case Map<?, ?> map -> map.values().stream().anyMatch(FunctionMapping::holdsTemplate);
            case List<?> list -> list.stream().anyMatch(FunctionMapping::holdsTemplate);
            case null, default -> false;
        };
    }
}
