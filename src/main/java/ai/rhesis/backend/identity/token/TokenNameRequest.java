package ai.rhesis.backend.identity.token;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// The name of a token, the only thing about it that can be changed.
record TokenNameRequest(@NotBlank @Size(max = 255) String name) {

    static TokenNameRequest of(ApiToken token) {
        return new TokenNameRequest(token.getName());
    }
}
