package ai.rhesis.backend.identity.session;

import jakarta.validation.constraints.NotBlank;

/// The code of a login, to be exchanged for tokens.
record CodeRequest(@NotBlank String code) {}
