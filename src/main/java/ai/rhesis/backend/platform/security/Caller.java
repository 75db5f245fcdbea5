package ai.rhesis.backend.platform.security;

import ai.rhesis.backend.platform.problem.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The sender of the request; handlers may take it as a parameter. Without an organization there is no role, with an
/// API token no session.
///
/// @param projectId the only project that the token is for; null when it is for all
public record Caller(
        UUID userId,
        @Nullable UUID organizationId,
        @Nullable Role role,
        @Nullable Session session,
        @Nullable UUID projectId) {

    public boolean isOwner() {
        return role == Role.OWNER;
    }

    /// Tells whether the caller may change anything, and so whether they may let this service call somebody.
    public boolean mayWrite() {
        return role != null && role.includes(Role.MEMBER);
    }

    public boolean is(UUID user) {
        return userId.equals(user);
    }

    /// Requires an owner where only some requests of a handler need one; whole handlers are marked [OwnersOnly].
    ///
    /// @throws ProblemException 403 unless the caller is an owner
    public void requireOwner() {
        if (!isOwner()) {
            throw Problem.forbidden("Only owners of the organization may do this; you act as " + role + ".")
                    .exception();
        }
    }
}
