package ai.rhesis.backend.run.start;

import ai.rhesis.backend.platform.persistence.Resources;
import ai.rhesis.backend.run.testrun.TestRun;
import ai.rhesis.backend.run.testrun.TestRunService;
import ai.rhesis.backend.run.testrun.TestRunView;
import ai.rhesis.backend.suite.testset.TestSetService;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The outcomes of executed runs.
@Service
@Transactional(readOnly = true)
class RunReview {

    private final TestSetService sets;
    private final TestRunService runs;

    RunReview(TestSetService sets, TestRunService runs) {
        this.sets = sets;
        this.runs = runs;
    }

    TestRunView get(UUID runId) {
        return runs.get(runId);
    }

    /// Finds the newest run of a set against a target that ran to its end.
    ///
    /// @throws ProblemException 404 when there is none
    TestRunView last(String setKey, UUID targetId) {
        return runs.last(sets.get(setKey).set().getId(), targetId)
                .orElseThrow(() -> Resources.notFound(TestRun.class, targetId).exception());
    }
}
