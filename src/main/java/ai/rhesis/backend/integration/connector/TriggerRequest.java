package ai.rhesis.backend.integration.connector;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A call of a function whose result nobody waits for.
record TriggerRequest(
        @NotNull UUID projectId,

        @Pattern(
                regexp = "production|staging|development|local",
                message = "must be production, staging, development or local")
        String environment,

        @NotBlank @Size(max = 255) String functionName,
        @NotNull Map<String, @Nullable Object> inputs) {

    TriggerRequest {
        environment = Objects.requireNonNullElse(environment, SdkService.DEFAULT_ENVIRONMENT);
    }

    FunctionCall toCall() {
        ObjectNode arguments = JsonMapper.shared().valueToTree(inputs);
        return new FunctionCall(
                new SdkService(projectId, environment), functionName, OwnKeys.removedFrom(arguments), Map.of());
    }
}
