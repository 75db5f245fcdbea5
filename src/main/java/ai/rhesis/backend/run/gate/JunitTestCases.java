package ai.rhesis.backend.run.gate;

import ai.rhesis.backend.run.gate.JunitQueries.Counts;
import ai.rhesis.backend.run.gate.JunitQueries.Place;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The tests of runs for JUnit reports, page by page.
@Service
@Transactional(readOnly = true)
class JunitTestCases {

    private static final int PAGE = 200;

    private final JunitQueries tests;

    JunitTestCases(JunitQueries tests) {
        this.tests = tests;
    }

    Counts counts(UUID runId) {
        return tests.counts(runId);
    }

    List<JunitTestCase> pinned(UUID runId, Place after) {
        return tests.pinned(runId, after, PAGE);
    }

    List<JunitTestCase> others(UUID runId, Place after) {
        return tests.others(runId, after, PAGE);
    }
}
