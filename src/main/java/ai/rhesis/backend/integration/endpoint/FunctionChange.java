package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.integration.connector.RegisteredFunction;
import ai.rhesis.backend.integration.connector.RegistrationStatuses;
import ai.rhesis.backend.integration.connector.SdkService;
import ai.rhesis.backend.integration.function.FunctionMapping;
import ai.rhesis.backend.integration.function.Mappings;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A change of an endpoint by the registration of its function, laid over the endpoint as a client's change is.
///
/// @param before null for a function that has no endpoint yet
/// @param statusId that of a registered function
record FunctionChange(
        @Nullable Endpoint before,
        SdkService service,
        RegisteredFunction function,
        FunctionMapping mapping,
        @Nullable UUID statusId) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MAX_NAME = 255;

    static FunctionChange of(
            @Nullable Endpoint before, SdkService service, RegisteredFunction function, RegistrationStatuses statuses) {
        Mappings saved =
                before == null ? Mappings.NONE : new Mappings(before.getRequestMapping(), before.getResponseMapping());
        FunctionMapping mapping = FunctionMapping.choose(
                function, saved, FunctionMetadata.parameters(before == null ? null : metadata(before)));
        UUID status = statuses.ofRegistered(before == null ? null : before.getStatusId());
        return new FunctionChange(before, service, function, mapping, status);
    }

    private static @Nullable Map<String, Object> metadata(Endpoint endpoint) {
        return endpoint.getKept().endpointMetadata();
    }

    /// Tells whether the endpoint is already as it would make it.
    boolean isNone() {
        return before != null
                && FunctionMetadata.of(service, function, mapping).isSaidBy(metadata(before))
                && mapping.mappings().equals(new Mappings(before.getRequestMapping(), before.getResponseMapping()))
                && Objects.equals(description(), before.getDescription())
                && Objects.equals(statusId, before.getStatusId());
    }

    /// Returns the endpoint as it is from now on.
    ///
    /// @param project the name of the project, for that of a new endpoint
    EndpointRequest applied(String project) {
        ObjectNode keys = before == null ? creation(project) : JSON.valueToTree(EndpointRequest.of(before));
        Map<String, Object> metadata = FunctionMetadata.of(service, function, mapping)
                .over(before == null ? null : metadata(before), Instant.now());
        Map<String, @Nullable Object> changed = new HashMap<>();
        changed.put("description", description());
        changed.put("requestMapping", mapping.mappings().request());
        changed.put("responseMapping", mapping.mappings().response());
        changed.put("endpointMetadata", metadata);
        changed.put("statusId", statusId);
        keys.setAll(JSON.<ObjectNode>valueToTree(changed));
        return JSON.treeToValue(keys, EndpointRequest.class);
    }

    private ObjectNode creation(String project) {
        String name = project + " (" + function.name() + ")";
        return JSON.createObjectNode()
                .put("name", name.substring(0, Math.min(name.length(), MAX_NAME)))
                .put("connectionType", "SDK")
                .put("url", "")
                .put("environment", service.environment())
                .put("configSource", "sdk")
                .put("projectId", service.projectId().toString());
    }

    /// Returns the description that is told, else the one before.
    private @Nullable String description() {
        String told = function.description();
        boolean isTold = told != null && !told.isEmpty();
        return isTold || before == null ? told : before.getDescription();
    }
}
