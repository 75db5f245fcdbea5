package ai.rhesis.backend.identity.token;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The name of a token, the only thing about it that can be changed.
///
/// @param scopes those that the token has, which clients send back with the rest of it
/// @param projectId the same of its project
record TokenNameRequest(
        @NotBlank @Size(max = 255) String name,
        @Nullable List<String> scopes,
        @Nullable UUID projectId) {

    static TokenNameRequest of(ApiToken token) {
        return new TokenNameRequest(token.getName(), token.getScopes(), token.getProjectId());
    }
}
