package ai.rhesis.backend.identity.login;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import java.time.Duration;

/// The turn of one attempt to log in, counted per address and source.
///
/// The right password passes, however many wrong ones came before; wrong ones only make their source wait longer.
record LoginTurn(int failures, Duration delay) {

    private static final int FREE_FAILURES = 10;
    private static final Duration MAX_WAIT = Duration.ofSeconds(15);

    /// Waits for the turn.
    ///
    /// @throws ProblemException 429 when too many of the same source wait already
    void await() {
        if (delay.compareTo(MAX_WAIT) > 0) {
            throw slowedDown().exception();
        }
        try {
            Thread.sleep(delay);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw slowedDown().exception();
        }
    }

    /// Creates a 401, alike for a wrong address and a wrong password; 429 once the source has to wait.
    Problem refusal() {
        return failures > FREE_FAILURES
                ? slowedDown()
                : Problem.unauthorized("The email address or the password is wrong.");
    }

    private Problem slowedDown() {
        int seconds = (int) Math.clamp(delay.toSeconds() + 1, 1, MAX_WAIT.toSeconds());
        return Problem.tooMany("Too many failed logins; try again later.", seconds);
    }
}
