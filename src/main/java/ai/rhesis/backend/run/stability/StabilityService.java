package ai.rhesis.backend.run.stability;

import ai.rhesis.backend.platform.persistence.Directory;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import ai.rhesis.backend.platform.statistics.Repeated;
import ai.rhesis.backend.run.testrun.TestRunService;
import ai.rhesis.backend.suite.testcase.PassRule;
import ai.rhesis.backend.suite.testcase.TestCase;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The results that say how likely and how steadily tests pass.
@Service
@Transactional(readOnly = true)
class StabilityService {

    private static final int MAX_RESULTS = 50;
    private static final int MAX_VALUES_OF_K = 20;

    private final TestRunService runs;
    private final RepetitionQueries repetitions;
    private final Directory directory;

    StabilityService(TestRunService runs, RepetitionQueries repetitions, Directory directory) {
        this.runs = runs;
        this.repetitions = repetitions;
        this.directory = directory;
    }

    /// Returns the tests of a run outside quarantine, counted by repetitions and passes.
    ///
    /// @throws ProblemException 422 when k is out of bounds
    List<Repeated> repetitions(UUID runId, List<Integer> k) {
        runs.require(runId);
        // a blank one is converted to null
        boolean isOutOfBounds =
                k.stream().anyMatch(each -> Objects.isNull(each) || each < 1 || each > PassRule.MAX_REPETITIONS);
        if (k.isEmpty() || k.size() > MAX_VALUES_OF_K || isOutOfBounds) {
            String rule = "must be 1 to " + MAX_VALUES_OF_K + " numbers from 1 to " + PassRule.MAX_REPETITIONS;
            throw Problem.invalid(List.of(Violation.at("query", "k", "value_error", rule)))
                    .exception();
        }
        return repetitions.ofRun(runId);
    }

    /// Returns the last results of a test that can be compared with its newest, by their runs.
    List<StabilityRun> results(UUID testId) {
        directory.requireLiving(TestCase.class, testId);
        return repetitions.ofTest(testId, MAX_RESULTS);
    }
}
