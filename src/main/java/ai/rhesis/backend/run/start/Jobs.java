package ai.rhesis.backend.run.start;

import ai.rhesis.backend.run.testrun.TestRunService;
import ai.rhesis.backend.suite.setgeneration.GenerationService;
import ai.rhesis.backend.suite.setgeneration.GenerationView;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The work that requests leave behind: runs, and generations of test sets.
@Service
@Transactional
class Jobs {

    private final TestRunService runs;
    private final GenerationService generations;

    Jobs(TestRunService runs, GenerationService generations) {
        this.runs = runs;
        this.generations = generations;
    }

    /// @throws ProblemException 404 when there is no such run or generation, 410 for a deleted run
    @Transactional(readOnly = true)
    public JobResponse get(UUID id) {
        return generations.find(id).map(JobResponse::of).orElseGet(() -> JobResponse.of(runs.get(id)));
    }

    /// @throws ProblemException as [#get], 409 when it has ended
    JobResponse cancel(UUID id) {
        GenerationView generation = generations.find(id).orElse(null);
        if (generation == null) {
            return JobResponse.of(runs.cancel(id));
        }
        generations.cancel(generation);
        return get(id);
    }
}
