package ai.rhesis.backend.workspace.project;

import ai.rhesis.backend.identity.user.UserReference;
import java.util.UUID;

/// A member of a project.
record ProjectMemberView(UUID projectId, UserReference user) {}
