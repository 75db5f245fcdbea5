package ai.rhesis.backend.suite.testcase;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Directions for a test over several turns: what to reach, how, and when to stop.
///
/// @param context whatever the client wants the tester to know, a text or an object
public record MultiTurnConfiguration(
        @NotBlank String goal,
        String instructions,
        String restrictions,
        String scenario,
        @Nullable Object context,
        @Min(1) @Max(MAX_TURNS) @Nullable Integer minTurns,
        @Min(1) @Max(MAX_TURNS) Integer maxTurns) {

    private static final int MAX_TURNS = 50;
    private static final int DEFAULT_TURNS = 10;

    public MultiTurnConfiguration {
        instructions = Objects.requireNonNullElse(instructions, "");
        restrictions = Objects.requireNonNullElse(restrictions, "");
        scenario = Objects.requireNonNullElse(scenario, "");
        maxTurns = Objects.requireNonNullElse(maxTurns, DEFAULT_TURNS);
    }

    boolean endsBeforeItMay() {
        return minTurns != null && minTurns > maxTurns;
    }
}
