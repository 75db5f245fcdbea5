package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.annotation.subject.Attached;
import ai.rhesis.backend.platform.query.Joined;
import ai.rhesis.backend.platform.query.Reference;
import org.jspecify.annotations.Nullable;

/// An endpoint with its project and its state.
public record EndpointView(
        Endpoint endpoint,
        @Nullable Reference project,
        @Nullable Reference status,
        Attached attached) {

    /// Creates the view from the joins of a query, which have no id where there is no row.
    public EndpointView(Endpoint endpoint, Reference project, Reference status) {
        this(endpoint, Joined.orNull(project), Joined.orNull(status), Attached.NOTHING);
    }

    EndpointView with(Attached carried) {
        return new EndpointView(endpoint, project, status, carried);
    }
}
