package ai.rhesis.backend.identity.token;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The user and organization of this request's token, and the project of the request.
record CurrentTokenResponse(UUID organizationId, @Nullable UUID projectId, String userEmail) {}
