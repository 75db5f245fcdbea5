package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.annotation.subject.Attached;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.query.Joined;
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

    /// Creates the view from the joins of a query, which have no id where there is no row.
    public EndpointView(Endpoint endpoint, ProjectReference project, Reference status, UserReference user) {
        this(endpoint, Joined.orNull(project), Joined.orNull(status), Joined.orNull(user), Attached.NOTHING);
    }

    EndpointView with(Attached carried) {
        return new EndpointView(endpoint, project, status, user, carried);
    }
}
