package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.identity.user.Deactivated;
import ai.rhesis.backend.run.testrun.TestRunService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Cancels the runs of a user who is deactivated, in the transaction of who does that: afterwards
/// nobody could write it in the user's name.
@Component
class Deactivations {

    private final TestRunService runs;

    Deactivations(TestRunService runs) {
        this.runs = runs;
    }

    @EventListener
    void cancelRuns(Deactivated user) {
        runs.cancelAllOf(user.userId(), "The user who started it was deactivated.");
    }
}
