package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.identity.user.Deactivated;
import ai.rhesis.backend.run.testrun.TestRunService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The cancellation of a deactivated user's runs, in the transaction of the deactivation: afterwards nobody could
/// write in the user's name.
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
