package ai.rhesis.backend.run.comparison;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A test of a comparison with one result of each run.
///
/// @param name its name, else the first line of what it says
/// @param input what it says to the target
public record ComparedTestView(
        int position,
        UUID testId,
        String outcome,
        @Nullable Double delta,
        String name,
        @Nullable String input,
        @Nullable String expected,
        Side baseline,
        Side candidate) {

    /// A result of a run, its output and metrics as JSON; all null where the run has none.
    public record Side(
            @Nullable String output,
            @Nullable String status,
            @Nullable String metrics,
            @Nullable String error) {}
}
