package ai.rhesis.backend.identity.token;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/// The lifetime of the refreshed token.
record TokenRefreshRequest(@Min(1) @Max(3650) @Nullable Integer expiresInDays) {}
