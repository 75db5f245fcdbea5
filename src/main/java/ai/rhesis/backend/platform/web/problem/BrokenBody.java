package ai.rhesis.backend.platform.web.problem;

import ai.rhesis.backend.platform.problem.Problem;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// Problems with bodies that don't arrive.
public final class BrokenBody {

    private BrokenBody() {}

    /// Returns 408 for a body that arrives too slowly, and 400 for one that breaks off or is not what its headers
    /// say.
    public static Problem problem(@Nullable Throwable failure) {
        return isLate(failure)
                ? Problem.of(HttpStatus.REQUEST_TIMEOUT, "The body arrives too slowly")
                : Problem.badRequest("body", "The body breaks off, or is not encoded as its headers say");
    }

    static boolean isLate(@Nullable Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof InterruptedIOException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }
}
