package ai.rhesis.backend.run.testrun;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;

/// The part of its life that a run is in. One that a client keeps never goes on.
public final class RunLifecycle {

    private RunLifecycle() {}

    public static boolean isGoingOn(TestRun run) {
        return run.isExecuted() && !run.getState().isFinal();
    }

    /// Refuses a run that goes on.
    ///
    /// @param subject the run, as the sentence begins with it
    /// @throws ProblemException 409 with the state of the run
    public static void requireEnded(TestRun run, String subject) {
        if (isGoingOn(run)) {
            throw Problem.conflict(subject + " has not ended: it is " + run.getState())
                    .with("state", run.getState().toString())
                    .exception();
        }
    }
}
