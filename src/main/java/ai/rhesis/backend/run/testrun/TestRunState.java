package ai.rhesis.backend.run.testrun;

import ai.rhesis.backend.platform.problem.Problem;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The state of a run, with a table of the states that may follow; any other change is refused.
public enum TestRunState {
    QUEUED("Queued"),
    PROGRESS("Progress"),
    COMPLETED("Completed"),
    PARTIAL("Partial"),
    FAILED("Failed"),
    CANCELLED("Cancelled");

    static {
        QUEUED.next = EnumSet.of(PROGRESS, FAILED, CANCELLED);
        PROGRESS.next = EnumSet.of(COMPLETED, PARTIAL, FAILED, CANCELLED);
        COMPLETED.next = EnumSet.noneOf(TestRunState.class);
        // taken up again for what is missing or errored
        PARTIAL.next = EnumSet.of(QUEUED);
        FAILED.next = EnumSet.of(QUEUED);
        CANCELLED.next = EnumSet.of(QUEUED);
    }

    @EnumeratedValue
    private final String text;

    private Set<TestRunState> next = Set.of();

    TestRunState(String text) {
        this.text = text;
    }

    boolean mayBecome(TestRunState other) {
        return next.contains(other);
    }

    /// Returns the next state.
    ///
    /// @throws ProblemException 409 when it may not follow
    TestRunState to(TestRunState other) {
        if (!mayBecome(other)) {
            throw Problem.conflict("This run is " + this + " and can't become " + other + ".")
                    .with("state", this)
                    .exception();
        }
        return other;
    }

    /// Tells whether nobody works on the run any more.
    public boolean isFinal() {
        return this != QUEUED && this != PROGRESS;
    }

    /// Returns the states that this one may follow, as they are stored.
    public String[] sources() {
        return Arrays.stream(values())
                .filter(state -> state.mayBecome(this))
                .map(TestRunState::toString)
                .toArray(String[]::new);
    }

    /// Returns the state in which a run ends. A failing test is no error.
    ///
    /// @param results how many tests have a result, and `errors` of them could not be run or judged
    public static TestRunState after(long results, long errors) {
        if (results == errors) {
            return FAILED;
        }
        return errors == 0 ? COMPLETED : PARTIAL;
    }

    /// Returns the state that is stored as this text.
    public static TestRunState of(String stored) {
        return Optional.ofNullable(named(stored)).orElseThrow();
    }

    /// Returns the state that a status is called like; null when it is called otherwise.
    static @Nullable TestRunState named(String status) {
        return Arrays.stream(values())
                .filter(state -> state.text.equalsIgnoreCase(status))
                .findFirst()
                .orElse(null);
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
