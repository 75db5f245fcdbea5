package ai.rhesis.backend.testcase;

import ai.rhesis.backend.web.Named;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A test as a client writes it.
///
/// @param metadata the other name of `test_metadata`; counts when it is not empty, as old clients always send it
record TestCaseRequest(
        @Nullable UUID id,
        @Size(max = 255) @Nullable String name,
        @Nullable String description,
        @Nullable UUID promptId,
        @Valid @Nullable TestPrompt prompt,
        @Valid @Nullable TestConfiguration testConfiguration,
        @Nullable UUID testTypeId,
        @Valid @Nullable Named testType,
        @Nullable UUID categoryId,
        @Valid @Nullable Named category,
        @Nullable UUID topicId,
        @Valid @Nullable Named topic,
        @Nullable UUID requirementId,
        @Valid @Nullable Named requirement,
        @Nullable UUID projectId,
        @Nullable UUID parentId,
        @Nullable UUID statusId,
        @Nullable UUID ownerId,
        @Nullable UUID assigneeId,
        @Min(0) @Max(3) @Nullable Integer priority,
        @Nullable Map<String, @Nullable Object> testMetadata,
        @Nullable Map<String, @Nullable Object> metadata) {

    /// The test as it is; what a body may also name stands there as an object, so that an id of the body goes before
    /// it.
    static TestCaseRequest of(TestCase test) {
        return new TestCaseRequest(
                test.getId(),
                test.getName(),
                test.getDescription(),
                test.getPromptId(),
                null,
                test.getTestConfiguration(),
                null,
                Named.of(test.getTestTypeId()),
                null,
                Named.of(test.getCategoryId()),
                null,
                Named.of(test.getTopicId()),
                null,
                Named.of(test.getRequirementId()),
                test.getProjectId(),
                test.getParentId(),
                test.getStatusId(),
                test.getOwnerId(),
                test.getAssigneeId(),
                test.getPriority(),
                test.getTestMetadata(),
                null);
    }

    @Nullable
    Map<String, @Nullable Object> allMetadata() {
        return metadata == null || metadata.isEmpty() ? testMetadata : metadata;
    }
}
