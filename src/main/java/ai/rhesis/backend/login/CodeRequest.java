package ai.rhesis.backend.login;

import jakarta.validation.constraints.NotBlank;

/// The code of a login, to be exchanged for tokens.
record CodeRequest(@NotBlank String code) {}
