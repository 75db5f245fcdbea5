package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.annotation.subject.Attached;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.query.Reference;
import ai.rhesis.backend.workspace.project.ProjectReference;
import org.jspecify.annotations.Nullable;

/// An endpoint with its project and its state.
public record EndpointView(
        Endpoint endpoint,
        @Nullable ProjectReference project,
        @Nullable Reference status,
        @Nullable UserReference user,
        Attached attached) {

    /// Creates the view from the joins of a query.
    public EndpointView(
            Endpoint endpoint,
            @Nullable ProjectReference project,
            @Nullable Reference status,
            @Nullable UserReference user) {
        this(endpoint, project, status, user, Attached.NOTHING);
    }

    EndpointView with(Attached carried) {
        return new EndpointView(endpoint, project, status, user, carried);
    }
}
