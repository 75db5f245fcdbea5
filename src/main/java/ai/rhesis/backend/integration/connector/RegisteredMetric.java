package ai.rhesis.backend.integration.connector;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A metric of a program, which judges answers there.
///
/// @param parameters which of `input`, `output`, `expected_output` and `context` it takes
public record RegisteredMetric(
        String name, List<String> parameters, @Nullable String returnType, Map<String, @Nullable Object> metadata) {

    public @Nullable String description() {
        return metadata.get("description") instanceof String text ? text : null;
    }

    public @Nullable String scoreType() {
        return metadata.get("score_type") instanceof String text ? text : null;
    }
}
