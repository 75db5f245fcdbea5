package ai.rhesis.backend.run.testresult;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The test that a result is of: as it was when its run started, and as it is now where a client keeps the result.
record TestedView(
        @JsonIgnore UUID resultId,
        @Nullable UUID id,
        @Nullable String name,
        @Nullable String input,
        @Nullable String expectedResponse,
        boolean isMultiTurn,
        @Nullable TestedPrompt prompt,
        @Nullable TestedRequirement requirement,
        @Nullable String category,
        @Nullable String topic) {

    @Nullable
    String requirementName() {
        return requirement == null ? null : requirement.name();
    }

    /// The prompt of a test of one turn; without an id when it was removed for good since.
    record TestedPrompt(
            @Nullable UUID id,
            @Nullable String content,
            @Nullable String expectedResponse) {}

    /// The requirement that the test was for; without an id when that was removed for good since.
    record TestedRequirement(@Nullable UUID id, String name) {}
}
