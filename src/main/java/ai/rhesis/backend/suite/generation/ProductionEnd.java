package ai.rhesis.backend.suite.generation;

import ai.rhesis.backend.integration.provider.GenerationCalls;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.problem.Problem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The end of a production.
///
/// @param isStopped whether the receiver stopped it
/// @param failure of the call that ended it; null where it came to its own end
/// @param problem of the last answer that held nothing; null when there was none
public record ProductionEnd(
        boolean isStopped,
        @Nullable CallException failure,
        @Nullable String problem) {

    /// Tells whether the same may succeed later.
    public boolean isWorthAnother() {
        return failure != null && GenerationCalls.isPassing(failure);
    }

    /// Says why there are no more tests; null when nothing is known.
    public @Nullable String explanation() {
        if (failure != null) {
            return "The model gave no answer: " + failure.getMessage();
        }
        return problem == null ? null : "The model's answer can't be used: " + problem;
    }

    /// Says why there are no more tests, also where the receiver stopped it.
    ///
    /// @param stopped says why the receiver did
    public @Nullable String explanation(String stopped) {
        return isStopped ? stopped : explanation();
    }

    /// Creates the problem of a generation of which nothing came.
    public Problem toProblem() {
        return failure == null
                ? GenerationCalls.insufficient(
                        Objects.requireNonNullElse(explanation(), "The model wrote no test that is new"))
                : GenerationCalls.problem(failure);
    }
}
