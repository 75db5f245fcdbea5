package ai.rhesis.backend.suite.testcase;

import ai.rhesis.backend.platform.persistence.Columns;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Many new tests, column by column.
record TestColumns(
        @Nullable UUID[] ids,
        String[] nanoIds,
        @Nullable String[] names,
        @Nullable String[] descriptions,
        @Nullable UUID[] promptIds,
        @Nullable String[] testConfigurations,
        @Nullable UUID[] testTypeIds,
        @Nullable UUID[] categoryIds,
        @Nullable UUID[] topicIds,
        @Nullable UUID[] requirementIds,
        @Nullable UUID[] projectIds,
        @Nullable UUID[] parentIds,
        @Nullable UUID[] statusIds,
        @Nullable UUID[] ownerIds,
        @Nullable UUID[] assigneeIds,
        @Nullable Integer[] priorities,
        @Nullable String[] testMetadata,
        @Nullable Integer[] repetitions,
        @Nullable String[] passRules) {

    static TestColumns of(List<NewTestCase> tests, JsonMapper json) {
        List<TestCaseRequest> requests =
                tests.stream().map(NewTestCase::request).toList();
        List<TestCaseLinks> links = tests.stream().map(NewTestCase::links).toList();
        return new TestColumns(
                Columns.uuids(tests, NewTestCase::id),
                Columns.newNanoIds(tests.size()),
                Columns.texts(requests, TestCaseRequest::name),
                Columns.texts(requests, TestCaseRequest::description),
                Columns.uuids(links, TestCaseLinks::promptId),
                json(requests, TestCaseRequest::testConfiguration, json),
                Columns.uuids(links, TestCaseLinks::testTypeId),
                Columns.uuids(links, each -> each.subjects().categoryId()),
                Columns.uuids(links, each -> each.subjects().topicId()),
                Columns.uuids(links, each -> each.subjects().requirementId()),
                Columns.uuids(requests, TestCaseRequest::projectId),
                Columns.uuids(requests, TestCaseRequest::parentId),
                Columns.uuids(requests, TestCaseRequest::statusId),
                Columns.uuids(requests, TestCaseRequest::ownerId),
                Columns.uuids(requests, TestCaseRequest::assigneeId),
                Columns.numbers(requests, TestCaseRequest::priority),
                json(requests, TestCaseRequest::allMetadata, json),
                Columns.numbers(requests, TestCaseRequest::repetitions),
                json(requests, TestCaseRequest::passRule, json));
    }

    private static @Nullable String[] json(
            List<TestCaseRequest> requests, Function<TestCaseRequest, @Nullable Object> value, JsonMapper json) {
        return Columns.texts(requests, request -> {
            Object written = value.apply(request);
            return written == null ? null : json.writeValueAsString(written);
        });
    }
}
