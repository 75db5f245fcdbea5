package ai.rhesis.backend.identity.session;

import jakarta.validation.constraints.NotBlank;

/// The refresh token of a session that goes on or ends.
record RefreshRequest(@NotBlank String refreshToken) {}
