package ai.rhesis.backend.suite.bulk;

import ai.rhesis.backend.annotation.typelookup.TypeLookup;
import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.problem.Violation;
import ai.rhesis.backend.platform.web.body.Element;
import ai.rhesis.backend.suite.testcase.NewTestCase;
import ai.rhesis.backend.suite.testcase.SubjectIds;
import ai.rhesis.backend.suite.testcase.SubjectNames;
import ai.rhesis.backend.suite.testcase.TestCaseLinks;
import ai.rhesis.backend.suite.testcase.TestCaseRequest;
import ai.rhesis.backend.suite.testcase.TestPrompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One test of many on its way from the body into the database.
class Draft {

    private final int index;
    private final @Nullable TestCaseRequest request;
    private final List<Violation> violations;
    private @Nullable UUID testTypeId;
    private @Nullable UUID id;
    private BulkStatus status;

    Draft(Element<TestCaseRequest> row) {
        index = row.index();
        request = row.value();
        violations = new ArrayList<>(row.violations());
        status = request == null ? BulkStatus.ERROR : BulkStatus.CREATED;
        id = request == null ? null : request.id();
    }

    boolean isToBeMade() {
        return status == BulkStatus.CREATED;
    }

    /// Tells whether the test has to be checked: it could be read, and does not exist already.
    boolean isOpen() {
        return request != null && status != BulkStatus.UNCHANGED;
    }

    boolean isBad() {
        return status == BulkStatus.ERROR;
    }

    TestCaseRequest request() {
        return Objects.requireNonNull(request);
    }

    @Nullable
    UUID id() {
        return id;
    }

    void refuse(List<Violation> broken) {
        if (!broken.isEmpty()) {
            violations.addAll(broken);
            status = BulkStatus.ERROR;
        }
    }

    void refuse(String field, String type, String message) {
        refuse(List.of(Violation.ofBody(field, type, message)));
    }

    void existsAlready() {
        status = BulkStatus.UNCHANGED;
    }

    void takeType(TypeLookup type) {
        testTypeId = type.getId();
        refuse(request().brokenRules(request().promptId() != null || request().prompt() != null, type));
    }

    /// Returns the prompt to create, where the body has no id of one.
    @Nullable
    TestPrompt newPrompt() {
        return request().promptId() == null ? request().prompt() : null;
    }

    SubjectNames subjectNames() {
        return SubjectNames.of(request(), key -> false);
    }

    NewTestCase toTest(@Nullable UUID promptId, SubjectIds subjects) {
        id = id == null ? BaseEntity.newId() : id;
        return new NewTestCase(
                id, request(), new TestCaseLinks(promptId, Objects.requireNonNull(testTypeId), subjects));
    }

    Stream<Violation> violationsWithin(String key) {
        return violations.stream().map(violation -> violation.within(key, index));
    }

    int index() {
        return index;
    }

    BulkResult result() {
        return new BulkResult(index, isBad() ? null : id, status, List.copyOf(violations));
    }
}
