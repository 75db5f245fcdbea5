package ai.rhesis.backend.platform.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/// The caller of this thread's request, for what is no handler: handlers take theirs by `@AuthenticationPrincipal`.
final class Callers {

    private Callers() {}

    /// Returns the caller, or null on a public path.
    static @Nullable Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller ? caller : null;
    }
}
