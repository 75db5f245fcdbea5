package ai.rhesis.backend.suite.generation;

import ai.rhesis.backend.platform.compute.RequestTurns;
import ai.rhesis.backend.platform.compute.Turns;
import ai.rhesis.backend.platform.problem.ProblemException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The turns at generations, and at other work of many calls, whose callers wait for it. What outlives its
/// request waits in the queue instead. A request that waits for such a turn keeps none for its long body.
///
/// They wait on virtual threads for models and endpoints. What they hold is bounded elsewhere: long bodies by
/// [RequestTurns], answers and embeddings by their length. So there are many turns, and it takes 32 organizations
/// to hold all.
@Component
public class GenerationTurns {

    static final int MAX_AT_ONCE = 256;
    static final int MAX_OF_ORGANIZATION = 8;

    private static final String BUSY =
            "Too many generations are at work: %d of an organization and %d in all on this server; try again in a moment"
                    .formatted(MAX_OF_ORGANIZATION, MAX_AT_ONCE);

    private final Turns turns = new Turns(MAX_AT_ONCE, MAX_OF_ORGANIZATION, BUSY);

    /// Waits for a turn of the caller's organization, and works.
    ///
    /// @throws ProblemException 503 when there is none within ten seconds
    public <T extends @Nullable Object> T during(Supplier<T> work) {
        RequestTurns.leaveForOthers();
        return turns.during(work);
    }

    /// @throws ProblemException 503 when there is none within ten seconds
    public void during(Runnable work) {
        this.<@Nullable Void>during(() -> {
            work.run();
            return null;
        });
    }
}
