package ai.rhesis.backend.run.testrun;

/// A reason of another feature to keep a run from being deleted.
public interface DeletionGuard {

    /// @throws ProblemException 409 when the run is needed
    void beforeDelete(TestRun run);
}
