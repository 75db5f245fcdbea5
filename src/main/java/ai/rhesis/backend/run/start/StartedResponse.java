package ai.rhesis.backend.run.start;

import ai.rhesis.backend.run.testrun.TestRun;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The answer to a client whose run was started.
///
/// @param endpointId of the target, an endpoint or a model
/// @param taskId under which `/jobs` tells how it goes: the id of the run
record StartedResponse(
        String status,
        String message,
        @Nullable UUID testSetId,
        @Nullable String testSetName,
        UUID endpointId,
        String endpointName,
        UUID testConfigurationId,
        UUID testRunId,
        String testRunName,
        UUID taskId) {

    static StartedResponse of(StartedView started) {
        TestRun run = started.run();
        return new StartedResponse(
                "submitted",
                "%s %d tests against %s"
                        .formatted(
                                run.getReferenceTestRunId() == null ? "Running" : "Judging the outputs of",
                                started.count(),
                                started.targetName()),
                run.getTestSetId(),
                run.getTestSetName(),
                started.targetId(),
                started.targetName(),
                run.getTestConfigurationId(),
                run.getId(),
                run.getName(),
                run.getId());
    }
}
