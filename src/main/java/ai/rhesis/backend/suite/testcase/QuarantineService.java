package ai.rhesis.backend.suite.testcase;

import ai.rhesis.backend.platform.problem.Problem;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The rules of quarantines.
@Service
@Transactional
class QuarantineService {

    private final TestCaseRepository tests;
    private final QuarantineQueries quarantines;

    QuarantineService(TestCaseRepository tests, QuarantineQueries quarantines) {
        this.tests = tests;
        this.quarantines = quarantines;
    }

    /// Puts a living test into quarantine, in place of one that it is in already.
    QuarantineView put(UUID testId, QuarantineRequest request) {
        tests.getForUpdate(testId);
        quarantines.put(testId, request);
        return quarantines.find(testId).orElseThrow();
    }

    /// Lifts the quarantine of a test and answers what it was.
    ///
    /// @throws ProblemException 404 when the test is in none
    QuarantineView lift(UUID testId) {
        tests.getForUpdate(testId);
        QuarantineView last = quarantines
                .find(testId)
                .orElseThrow(
                        () -> Problem.notFound("This test is not in quarantine").exception());
        quarantines.delete(testId);
        return last;
    }
}
