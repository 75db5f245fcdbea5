package ai.rhesis.backend.run.gate;

import ai.rhesis.backend.platform.persistence.Columns;
import ai.rhesis.backend.run.gate.JunitQueries.Counts;
import ai.rhesis.backend.run.gate.JunitQueries.ListedTestCase;
import ai.rhesis.backend.run.gate.JunitQueries.Place;
import ai.rhesis.backend.run.gate.JunitResultQueries.JunitResults;
import ai.rhesis.backend.run.testrun.TestRun;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The tests of runs for JUnit reports, page by page. No transaction lasts longer than a page, so whoever reads a
/// report slowly holds no connection to the database.
@Service
@Transactional(readOnly = true)
class JunitTestCases {

    private static final int PAGE = 1_000;

    private final JunitQueries tests;
    private final JunitResultQueries results;

    JunitTestCases(JunitQueries tests, JunitResultQueries results) {
        this.tests = tests;
        this.results = results;
    }

    Counts counts(TestRun run) {
        return tests.counts(run);
    }

    List<JunitTestCase> pinned(TestRun run, Place after) {
        return told(run, tests.pinned(run, after, PAGE));
    }

    List<JunitTestCase> others(TestRun run, Place after) {
        return told(run, tests.others(run, after, PAGE));
    }

    private List<JunitTestCase> told(TestRun run, List<ListedTestCase> page) {
        UUID[] ids = Columns.uuids(page, ListedTestCase::id);
        Map<UUID, String> outcomes = results.outcomes(run.getId(), ids);
        Map<UUID, JunitResults> found = results.results(run.getId(), ids);
        return page.stream()
                .map(test -> new JunitTestCase(
                        test, outcomes.get(test.id()), found.getOrDefault(test.id(), JunitResults.NONE)))
                .toList();
    }
}
