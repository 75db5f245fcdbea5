package ai.rhesis.backend.identity.token;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/// How long the refreshed token shall last.
record TokenRefreshRequest(@Min(1) @Max(3650) @Nullable Integer expiresInDays) {}
