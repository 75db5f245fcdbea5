package ai.rhesis.backend.identity.session;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/// The token of a session that a browser wants to go on with, and the page to go to.
record VerifyRequest(
        @NotBlank String sessionToken, @Nullable String returnTo) {

    private static final String HOME = "/home";

    /// Returns a page of the frontend, never another site.
    String page() {
        return returnTo != null && returnTo.matches("/(?![/\\\\])[^\\\\]*") ? returnTo : HOME;
    }
}
