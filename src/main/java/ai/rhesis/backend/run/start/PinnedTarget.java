package ai.rhesis.backend.run.start;

import ai.rhesis.backend.integration.endpoint.EndpointSnapshot;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The target of a run: an endpoint or a stored model, as it was when the run started.
public record PinnedTarget(
        @Nullable EndpointSnapshot endpoint, @Nullable ModelSnapshot model) {

    public UUID id() {
        return model == null ? required().id() : model.id();
    }

    /// Returns the project of an endpoint; null of one in none, and of a model.
    public @Nullable UUID projectId() {
        return endpoint == null ? null : endpoint.place().projectId();
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

    /// Tells whether files of tests are sent to it.
    public boolean takesFiles() {
        return endpoint != null && endpoint.takesFiles();
    }

    public EndpointSnapshot required() {
        if (endpoint == null) {
            throw new IllegalStateException("a target without endpoint and model");
        }
        return endpoint;
    }
}
