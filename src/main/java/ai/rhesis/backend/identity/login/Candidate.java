package ai.rhesis.backend.identity.login;

import ai.rhesis.backend.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What is known of an address that wants to log in; without an account when nobody has it.
record Candidate(@Nullable Account account, @Nullable String passwordHash, int retryAfterSeconds) {

    /// Slows guessing down, alike for addresses that exist and that don't.
    void requireOpen() {
        if (retryAfterSeconds > 0) {
            throw Problem.tooMany("Too many failed logins; try again later.", retryAfterSeconds)
                    .exception();
        }
    }
}
