package ai.rhesis.backend.suite.bulk;

import ai.rhesis.backend.platform.persistence.Batches;
import ai.rhesis.backend.platform.persistence.StatisticsQueries;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.web.body.Element;
import ai.rhesis.backend.suite.prompt.PromptRequest;
import ai.rhesis.backend.suite.prompt.PromptService;
import ai.rhesis.backend.suite.testcase.NewTestCase;
import ai.rhesis.backend.suite.testcase.SubjectIds;
import ai.rhesis.backend.suite.testcase.SubjectResolution;
import ai.rhesis.backend.suite.testcase.TestCaseRequest;
import ai.rhesis.backend.suite.testcase.TestCaseService;
import ai.rhesis.backend.suite.testcase.TestPrompt;
import ai.rhesis.backend.suite.testset.TestSetContent;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The creation and deletion of many tests, each in one transaction.
///
/// All rows are there before the transaction begins: a slow client holds no connection, and the names of all rows
/// are made in one order, without which two calls could wait for each other.
@Service
@Transactional
public class TestBulkService {

    static final String KEY = "tests";
    private static final int MAX_LISTED = 100;

    private final BulkCheck check;
    private final TestCaseService tests;
    private final PromptService prompts;
    private final SubjectResolution subjects;
    private final TestSetContent content;
    private final StatisticsQueries statistics;

    TestBulkService(
            BulkCheck check,
            TestCaseService tests,
            PromptService prompts,
            SubjectResolution subjects,
            TestSetContent content,
            StatisticsQueries statistics) {
        this.check = check;
        this.tests = tests;
        this.prompts = prompts;
        this.subjects = subjects;
        this.content = content;
        this.statistics = statistics;
    }

    /// Makes the tests and appends them to the set, if one is named; a test whose id exists already stays as it is.
    ///
    /// @throws ProblemException 422 on an unknown set and, unless partial, when any row is bad: then it
    /// names the bad rows and nothing is written
    public BulkView create(List<Element<TestCaseRequest>> rows, BulkOptions options) {
        UUID set = options.testSetId();
        if (set != null) {
            content.hold(set, "test_set_id");
        }
        List<Draft> drafts = check.check(rows);
        if (!options.partial()) {
            refuseBad(drafts);
        }
        if (!options.dryRun()) {
            write(drafts.stream().filter(Draft::isToBeMade).toList());
        }
        BulkView view = new BulkView(drafts.stream().map(Draft::result).toList(), options.dryRun());
        if (set != null && !options.dryRun()) {
            content.append(set, view.ids());
        }
        return view;
    }

    /// Deletes the living among the ids and returns which they were.
    Set<UUID> delete(List<UUID> ids) {
        return tests.deleteAll(ids);
    }

    private static void refuseBad(List<Draft> drafts) {
        List<Draft> bad = drafts.stream().filter(Draft::isBad).toList();
        if (!bad.isEmpty()) {
            throw Problem.invalid(bad.stream()
                            .flatMap(draft -> draft.violationsWithin(KEY))
                            .limit(MAX_LISTED)
                            .toList())
                    .with("bad_rows", bad.stream().map(Draft::index).toList())
                    .exception();
        }
    }

    private void write(List<Draft> drafts) {
        Iterator<SubjectIds> resolved = subjects.resolve(
                        drafts.stream().map(Draft::subjectNames).toList())
                .iterator();
        for (List<Draft> batch : Batches.of(drafts, BulkCheck.BATCH)) {
            Iterator<UUID> made = makePrompts(batch).iterator();
            List<NewTestCase> complete = batch.stream()
                    .map(draft -> draft.toTest(promptId(draft, made), resolved.next()))
                    .toList();
            tests.createAll(complete);
        }
        statistics.refresh();
    }

    private List<UUID> makePrompts(List<Draft> batch) {
        List<PromptRequest> wanted = batch.stream()
                .map(Draft::newPrompt)
                .filter(Objects::nonNull)
                .map(TestPrompt::toRequest)
                .toList();
        return wanted.isEmpty() ? List.of() : prompts.createAll(wanted);
    }

    private static @Nullable UUID promptId(Draft draft, Iterator<UUID> made) {
        return draft.newPrompt() == null ? draft.request().promptId() : made.next();
    }
}
