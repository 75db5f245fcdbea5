package ai.rhesis.backend.run.execution;

import ai.rhesis.backend.integration.endpoint.EndpointSnapshot;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is tested: an endpoint or a stored model, as it was when the run started.
public record Target(
        @Nullable EndpointSnapshot endpoint, @Nullable ModelSnapshot model) {

    UUID id() {
        return model == null ? required().id() : model.id();
    }

    String name() {
        return model == null ? required().name() : model.name();
    }

    @Nullable
    UUID endpointId() {
        return endpoint == null ? null : endpoint.id();
    }

    @Nullable
    UUID modelId() {
        return model == null ? null : model.id();
    }

    EndpointSnapshot required() {
        if (endpoint == null) {
            throw new IllegalStateException("a target without endpoint and model");
        }
        return endpoint;
    }
}
