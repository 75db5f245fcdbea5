package ai.rhesis.backend.run.gate;

import ai.rhesis.backend.run.testrun.RunLifecycle;
import ai.rhesis.backend.run.testrun.TestRun;
import ai.rhesis.backend.run.testrun.TestRunService;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The end of a run, which callers may wait for. Between two looks at the run a waiting call holds neither a
/// connection nor a thread of the system.
@Component
class RunEnd {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final TestRunService runs;

    RunEnd(TestRunService runs) {
        this.runs = runs;
    }

    /// Returns the run when it has ended, at once where a client keeps it.
    ///
    /// @throws ProblemException 404 or 410 without the run, 409 when it goes on after that time
    TestRun await(UUID runId, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        TestRun run = runs.require(runId);
        while (RunLifecycle.isGoingOn(run) && System.nanoTime() < end && pause()) {
            run = runs.require(runId);
        }
        RunLifecycle.requireEnded(run, "This run");
        return run;
    }

    /// Tells whether there is time to look again: not when the service stops.
    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
