package ai.rhesis.backend.workspace.environment;

import ai.rhesis.backend.workspace.parameter.ParameterSchema;
import ai.rhesis.backend.workspace.parameter.ParameterValue;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The parameter values that a reference leads to, as a client reads them.
record ResolvedParametersResponse(
        ParameterSchema schema,
        Map<String, ParameterValue> values,
        UUID experimentId,
        String version,
        String source,
        @Nullable String sourceEnvironment) {

    static ResolvedParametersResponse of(ResolvedParameters resolved) {
        return new ResolvedParametersResponse(
                resolved.schema(),
                resolved.version().values().byName(),
                resolved.experiment().getId(),
                resolved.version().label(),
                resolved.source(),
                resolved.sourceEnvironment());
    }
}
