package ai.rhesis.backend.testcase;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.persistence.Refusals;
import ai.rhesis.backend.problem.Problem;
import ai.rhesis.backend.query.Fields;
import ai.rhesis.backend.query.ListRequest;
import ai.rhesis.backend.query.Listing;
import ai.rhesis.backend.query.Restriction;
import ai.rhesis.backend.tag.TagReference;
import ai.rhesis.backend.tag.TagService;
import ai.rhesis.backend.web.Change;
import ai.rhesis.backend.web.IfMatch;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final Fields FIELDS = Fields.of(
            100,
            "name",
            "description",
            "prompt_id",
            "test_type_id",
            "category_id",
            "topic_id",
            "requirement_id",
            "project_id",
            "parent_id",
            "status_id",
            "owner_id",
            "assignee_id",
            "priority",
            "user_id");

    private final TestCaseRepository tests;
    private final TestCaseLinking linking;
    private final TagService tags;
    private final JsonMapper json;

    TestCaseService(TestCaseRepository tests, TestCaseLinking linking, TagService tags, JsonMapper json) {
        this.tests = tests;
        this.linking = linking;
        this.tags = tags;
        this.json = json;
    }

    /// The tests that fulfil the restriction, in its order unless the client asks for another.
    @Transactional(readOnly = true)
    public Listing<TestCaseView> list(ListRequest request, Restriction<TestCase> restriction) {
        return tests.listIds(request, FIELDS, restriction).mapAll(this::views);
    }

    @Transactional(readOnly = true)
    public TestCaseView get(UUID id) {
        return views(List.of(id)).stream().findFirst().orElseGet(() -> view(tests.get(id)));
    }

    TestCaseView create(TestCaseRequest request) {
        return view(tests.save(new TestCase(request, linking.ofNew(request))));
    }

    TestCaseView update(UUID id, Change<TestCaseRequest> change) {
        TestCase test = tests.getForUpdate(id);
        TestCaseRequest request = change.applyTo(TestCaseRequest.of(test), test.getVersion());
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
    /// @throws ai.rhesis.backend.problem.ProblemException 409 when one of the ids was taken since
    public void createAll(List<NewTest> made) {
        try {
            tests.insertAll(TestColumns.of(made, json));
        } catch (DataIntegrityViolationException refused) {
            throw Refusals.isTaken(refused)
                    ? Problem.conflict("id", "One of these ids was taken at the same moment; send them again", null)
                            .exception()
                    : refused;
        }
    }

    /// Those of the ids that are taken, be it by deleted tests.
    @Transactional(readOnly = true)
    public Set<UUID> taken(Collection<UUID> ids) {
        return tests.findTaken(ids.toArray(UUID[]::new));
    }

    /// Deletes the living among the ids and answers which they were.
    public Set<UUID> deleteAll(Collection<UUID> ids) {
        return tests.deleteAll(ids.toArray(UUID[]::new));
    }

    private TestCaseView view(TestCase test) {
        return views(List.of(test.getId())).getFirst();
    }

    private List<TestCaseView> views(List<UUID> ids) {
        Map<UUID, TestCaseView> views =
                tests.findViews(ids).stream().collect(toMap(view -> view.test().getId(), identity()));
        Map<UUID, List<TagReference>> tagsById = tags.tagsOf(TestCase.class, ids);
        return ids.stream()
                .map(views::get)
                .filter(Objects::nonNull)
                .map(view -> view.withTags(tagsById.getOrDefault(view.test().getId(), List.of())))
                .toList();
    }
}
