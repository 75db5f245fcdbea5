package ai.rhesis.backend.identity.login;

import jakarta.validation.constraints.NotBlank;

/// The refresh token, to be exchanged for the next pair or given up.
record RefreshRequest(@NotBlank String refreshToken) {}
