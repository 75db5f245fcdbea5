package ai.rhesis.backend.run.testresult;

import ai.rhesis.backend.run.testrun.TestRunService;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The results of runs, summed up.
@Service
@Transactional(readOnly = true)
class RunSummaryService {

    private final TestRunService runs;
    private final RunSummaryQueries summaries;

    RunSummaryService(TestRunService runs, RunSummaryQueries summaries) {
        this.runs = runs;
        this.summaries = summaries;
    }

    List<SummaryView> metrics(UUID runId) {
        runs.require(runId);
        return summaries.metrics(runId);
    }

    List<SummaryView> requirements(UUID runId) {
        runs.require(runId);
        return summaries.requirements(runId);
    }
}
