package ai.rhesis.backend.workspace.project;

import ai.rhesis.backend.identity.user.UserReference;
import java.util.UUID;

/// A member of a project as a client reads it.
record ProjectMemberResponse(UUID projectId, UUID userId, UUID organizationId, String role, UserReference user) {

    private static final String ROLE = "member";

    static ProjectMemberResponse of(UUID projectId, UserReference user) {
        return new ProjectMemberResponse(projectId, user.id(), user.organizationId(), ROLE, user);
    }
}
