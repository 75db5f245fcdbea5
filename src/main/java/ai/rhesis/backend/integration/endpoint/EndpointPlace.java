package ai.rhesis.backend.integration.endpoint;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The place where an endpoint is reached and its traces are kept.
///
/// @param projectId null for an endpoint in no project, whose calls leave no trace
/// @param functionName the function of a connected SDK that is called; null for other endpoints
/// @param disableTracing whether calls leave no trace although there is a project
public record EndpointPlace(
        @Nullable UUID projectId,
        String environment,
        @Nullable String functionName,
        boolean disableTracing) {

    static final EndpointPlace NONE = new EndpointPlace(null, "development", null, true);

    static EndpointPlace of(Endpoint endpoint) {
        KeptSettings kept = endpoint.getKept();
        return new EndpointPlace(
                endpoint.getProjectId(),
                endpoint.getEnvironment(),
                FunctionMetadata.functionName(kept.endpointMetadata()),
                kept.disableTracing());
    }

    /// Tells whether calls leave a trace.
    public boolean isTraced() {
        return projectId != null && !disableTracing;
    }
}
