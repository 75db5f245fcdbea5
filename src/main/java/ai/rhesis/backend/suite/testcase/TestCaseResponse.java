package ai.rhesis.backend.suite.testcase;

import ai.rhesis.backend.annotation.subject.Counts;
import ai.rhesis.backend.annotation.tag.TagReference;
import ai.rhesis.backend.annotation.typelookup.TypeReference;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.query.Reference;
import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import ai.rhesis.backend.suite.prompt.PromptReference;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A test as a client reads it.
public record TestCaseResponse(
        Identity identity,
        @Nullable String name,
        @Nullable String description,
        @Nullable UUID promptId,
        @Nullable PromptReference prompt,
        @Nullable MultiTurnConfiguration testConfiguration,
        UUID testTypeId,
        @Nullable TypeReference testType,
        @Nullable UUID categoryId,
        @Nullable Reference category,
        @Nullable UUID topicId,
        @Nullable Reference topic,
        @Nullable UUID requirementId,
        @Nullable Reference requirement,
        @Nullable UUID projectId,
        @Nullable UUID parentId,
        @Nullable UUID statusId,
        @Nullable Reference status,
        @Nullable UserReference user,
        @Nullable UUID ownerId,
        @Nullable UserReference owner,
        @Nullable UUID assigneeId,
        @Nullable UserReference assignee,
        @Nullable Integer priority,
        @Nullable Map<String, @Nullable Object> testMetadata,
        @Nullable Integer repetitions,
        @Nullable PassRule passRule,
        @Nullable QuarantineView quarantine,
        List<TagReference> tags,
        Counts counts)
        implements Identified {

    public static TestCaseResponse of(TestCaseView view) {
        StoredTestCase test = view.test();
        return new TestCaseResponse(
                test.identity(),
                test.name(),
                test.description(),
                test.promptId(),
                view.prompt(),
                test.testConfiguration(),
                test.testTypeId(),
                view.testType(),
                test.categoryId(),
                view.category(),
                test.topicId(),
                view.topic(),
                test.requirementId(),
                view.requirement(),
                test.projectId(),
                test.parentId(),
                test.statusId(),
                view.status(),
                view.user(),
                test.ownerId(),
                view.owner(),
                test.assigneeId(),
                view.assignee(),
                test.priority(),
                test.testMetadata(),
                test.repetitions(),
                test.passRule(),
                view.quarantine(),
                view.attached().tags(),
                view.attached().counts());
    }
}
