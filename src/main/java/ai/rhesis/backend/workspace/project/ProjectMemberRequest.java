package ai.rhesis.backend.workspace.project;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A member of a project as a client adds it. There is one role, and there are no roles with ids.
record ProjectMemberRequest(
        @NotNull UUID userId,

        @Pattern(regexp = "member", message = "must be member") @Nullable
        String role,

        @Null(message = "is not supported: the only role is member") @Nullable
        String roleId) {}
