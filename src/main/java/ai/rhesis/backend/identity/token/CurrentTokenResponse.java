package ai.rhesis.backend.identity.token;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whom the token of this request stands for; the project is that of the request.
record CurrentTokenResponse(UUID organizationId, @Nullable UUID projectId, String userEmail) {}
