package ai.rhesis.backend.run.start;

import ai.rhesis.backend.run.testrun.TestRun;
import ai.rhesis.backend.run.testrun.TestRunState;
import ai.rhesis.backend.run.testrun.TestRunView;
import java.time.Instant;
import java.util.UUID;

/// The newest finished run of a set against a target.
///
/// @param passRate how many of its tests passed, in percent
record LastRunResponse(
        UUID id, String nanoId, String name, TestRunState status, Instant createdAt, long testCount, double passRate) {

    static LastRunResponse of(TestRunView view) {
        TestRun run = view.run();
        return new LastRunResponse(
                run.getId(),
                run.getNanoId(),
                run.getName(),
                run.getState(),
                run.getCreatedAt(),
                view.stats().total(),
                view.stats().passRate());
    }
}
