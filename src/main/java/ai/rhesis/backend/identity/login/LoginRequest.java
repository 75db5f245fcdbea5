package ai.rhesis.backend.identity.login;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// Address and password; any password may be tried.
record LoginRequest(
        @NotBlank @Email @Size(max = 254) String email,
        @NotBlank String password) {}
