package ai.rhesis.backend.endpoint;

import ai.rhesis.backend.query.Joined;
import ai.rhesis.backend.query.Reference;
import org.jspecify.annotations.Nullable;

/// An endpoint with its project and its state.
public record EndpointView(
        Endpoint endpoint,
        @Nullable Reference project,
        @Nullable Reference status) {

    /// As a query reads it: without an id where there is none.
    public EndpointView {
        project = project == null ? null : Joined.orNull(project);
        status = status == null ? null : Joined.orNull(status);
    }
}
