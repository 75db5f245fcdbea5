package ai.rhesis.backend.platform.security;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The holders of sessions, with the rights that they have now.
@Component
public class SessionHolders {

    private final CallerQueries callers;

    SessionHolders(CallerQueries callers) {
        this.callers = callers;
    }

    /// Reads the holder of a session; null stands for one that has ended.
    ///
    /// @throws ProblemException 401 when the session has ended, 403 when its holder is locked out
    public Caller require(@Nullable Session session) {
        Caller caller = Optional.ofNullable(session)
                .flatMap(callers::findByAccount)
                .orElseThrow(() -> Problem.unauthorized(
                                "The access token is invalid or expired; log in again or refresh it.")
                        .exception());
        if (caller.organizationId() != null && caller.role() == null) {
            throw Problem.forbidden("You or your organization were deactivated.")
                    .exception();
        }
        return caller;
    }
}
