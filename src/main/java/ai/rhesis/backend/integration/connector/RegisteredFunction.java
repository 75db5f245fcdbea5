package ai.rhesis.backend.integration.connector;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A function of a program that can be called.
///
/// @param parameters `{type, default?}` by the names of its parameters, in their order
/// @param metadata further things that the decorator says; a null is one that was sent
public record RegisteredFunction(
        String name,
        Map<String, @Nullable Object> parameters,
        @Nullable String returnType,
        Map<String, @Nullable Object> metadata) {

    public @Nullable String description() {
        return metadata.get("description") instanceof String text ? text : null;
    }

    /// Returns the half of the mapping that makes inputs; null when the decorator has none.
    public @Nullable Map<String, Object> requestMapping() {
        return mapping("request_mapping");
    }

    /// Returns the half of the mapping that reads results; null when the decorator has none.
    public @Nullable Map<String, Object> responseMapping() {
        return mapping("response_mapping");
    }

    @SuppressWarnings("unchecked")
    private @Nullable Map<String, Object> mapping(String key) {
        return metadata.get(key) instanceof Map<?, ?> mapping && !mapping.isEmpty()
                ? (Map<String, Object>) mapping
                : null;
    }
}
