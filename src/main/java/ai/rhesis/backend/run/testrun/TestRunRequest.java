package ai.rhesis.backend.run.testrun;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A run as a client writes it that runs the tests itself, and what of any run can be changed.
record TestRunRequest(
        @Nullable UUID id,
        @Size(min = 1, max = 255) @Nullable String name,
        @NotNull UUID testConfigurationId,
        @Nullable Map<String, @Nullable Object> attributes,
        @Nullable UUID statusId,
        @Nullable UUID ownerId,
        @Nullable UUID assigneeId) {

    static TestRunRequest of(TestRun run) {
        return new TestRunRequest(
                run.getId(),
                run.getName(),
                run.getTestConfigurationId(),
                run.getAttributes(),
                run.getStatusId(),
                run.getOwnerId(),
                run.getAssigneeId());
    }
}
