package ai.rhesis.backend.run.comparison;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A test of a comparison with what it said and how it was judged in both runs.
record ComparedTestResponse(
        UUID testId,
        String outcome,
        @Nullable Double delta,
        @Nullable ComparedSide baseline,
        @Nullable ComparedSide candidate) {

    static ComparedTestResponse of(ComparedTestView test, JsonMapper json) {
        return new ComparedTestResponse(
                test.testId(),
                test.outcome(),
                test.delta(),
                ComparedSide.of(test.baseline(), json),
                ComparedSide.of(test.candidate(), json));
    }

    /// A result of one of the runs; of a repeated test the first repetition that did not pass.
    record ComparedSide(
            @Nullable JsonNode output,
            String status,
            @Nullable JsonNode metrics) {

        static @Nullable ComparedSide of(ComparedTestView.Side side, JsonMapper json) {
            return side.status() == null
                    ? null
                    : new ComparedSide(read(side.output(), json), side.status(), read(side.metrics(), json));
        }

        private static @Nullable JsonNode read(@Nullable String text, JsonMapper json) {
            return text == null ? null : json.readTree(text);
        }
    }
}
