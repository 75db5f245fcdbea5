package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.integration.chat.TestContext;
import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.integration.conversation.Script;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One piece of a run's work: a test as it was when the run started.
///
/// @param script of a test over several turns
/// @param context the evidence that the test carries, which counts where the target gives none
/// @param metricIds of the metrics that judge it
/// @param stored what is judged again instead of a call
/// @param files that go with what is asked; none where the target takes none
/// @param test null for a test that is run at once and leaves no result
record Item(
        UUID id,
        @Nullable String input,
        @Nullable String expected,
        @Nullable Script script,
        @Nullable JsonNode context,
        List<UUID> metricIds,
        @Nullable Stored stored,
        ItemFiles files,
        @Nullable TestContext test) {

    Item with(ItemFiles sent) {
        return new Item(id, input, expected, script, context, metricIds, stored, sent, test);
    }

    /// Returns the id of its result.
    UUID resultId() {
        return test == null ? id : test.testResultId();
    }

    /// The result that an earlier run stored.
    record Stored(
            @Nullable JsonNode output,
            long latencyMillis,
            Usage usage,
            @Nullable String error) {}
}
