package ai.rhesis.backend.workspace.experiment;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Values as a client commits them to an experiment.
///
/// @param values by the name of the parameter, bare or as `{"type", "value"}`
/// @param parentVersion the label or hash of the version they were made from; the newest when absent
record ExperimentVersionRequest(
        Map<String, JsonNode> values,
        @Size(max = 10_000) @Nullable String message,
        @Nullable String parentVersion) {

    ExperimentVersionRequest {
        values = requireNonNullElse(values, Map.of());
    }
}
