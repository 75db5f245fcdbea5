package ai.rhesis.backend.suite.testcase;

import ai.rhesis.backend.platform.persistence.Ancestry;
import ai.rhesis.backend.platform.persistence.Refusals;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.query.Field;
import ai.rhesis.backend.platform.query.InOrder;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The tests of an organization, read with everything they point at.
@Service
@Transactional
public class TestCaseService {

    private final TestCaseRepository tests;
    private final TestCaseLinking linking;
    private final TestCaseQueries queries;
    private final JsonMapper json;

    TestCaseService(TestCaseRepository tests, TestCaseLinking linking, TestCaseQueries queries, JsonMapper json) {
        this.tests = tests;
        this.linking = linking;
        this.queries = queries;
        this.json = json;
    }

    /// Lists the tests but those of the explorer's trees.
    @Transactional(readOnly = true)
    public Listing<TestCaseView> list(ListRequest request) {
        return tests.listIds(
                        request, TestCaseFields.ALL, (test, query, builder) -> builder.isFalse(test.get("explorerRow")))
                .mapAll(this::views);
    }

    /// Lists the tests that fulfil the restriction, in this order unless the client asks for another.
    @Transactional(readOnly = true)
    public Listing<TestCaseView> list(ListRequest request, Field order, Restriction<TestCase> restriction) {
        return tests.listIds(request, TestCaseFields.ALL.inOrder(order), restriction)
                .mapAll(this::views);
    }

    @Transactional(readOnly = true)
    public TestCaseView get(UUID id) {
        return queries.find(id).orElseGet(() -> view(tests.get(id)));
    }

    public TestCaseView create(TestCaseRequest request) {
        return view(tests.save(new TestCase(request, linking.ofNew(request))));
    }

    TestCaseView update(UUID id, Patch<TestCaseRequest> change) {
        TestCase test = tests.getForUpdate(id);
        TestCaseRequest request = change.applyTo(TestCaseRequest.of(test), test.getVersion());
        Ancestry.require(id, request.parentId(), tests::lockParentOf);
        test.change(request, linking.ofChanged(test, request, change));
        return view(tests.save(test));
    }

    TestCaseView delete(UUID id, IfMatch ifMatch) {
        TestCase test = tests.getForUpdate(id);
        ifMatch.check(test.getVersion());
        TestCaseView last = view(test);
        test.delete();
        tests.save(test);
        return last;
    }

    /// Makes tests that were checked before, in one statement.
    ///
    /// @throws ProblemException 409 when one of the ids was taken since
    public void createAll(List<NewTestCase> made) {
        try {
            tests.insertAll(TestColumns.of(made, json));
        } catch (DataIntegrityViolationException refused) {
            throw Refusals.isTaken(refused)
                    ? Problem.conflict("id", "One of these ids was taken at the same moment; send them again", null)
                            .exception()
                    : refused;
        }
    }

    /// Finds the ids that are taken, also by deleted tests.
    @Transactional(readOnly = true)
    public Set<UUID> taken(Collection<UUID> ids) {
        return tests.findTaken(ids.toArray(UUID[]::new));
    }

    /// Deletes the living among the ids and returns which they were.
    public Set<UUID> deleteAll(Collection<UUID> ids) {
        return tests.deleteAll(ids.toArray(UUID[]::new));
    }

    private TestCaseView view(TestCase test) {
        return queries.find(test.getId()).orElseThrow();
    }

    private List<TestCaseView> views(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : InOrder.of(ids, queries.find(ids), view -> view.test().id());
    }
}
