package ai.rhesis.backend.suite.bulk;

import ai.rhesis.backend.annotation.status.Status;
import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.platform.web.body.NamedReference;
import ai.rhesis.backend.suite.classification.Category;
import ai.rhesis.backend.suite.classification.Topic;
import ai.rhesis.backend.suite.prompt.Prompt;
import ai.rhesis.backend.suite.requirement.Requirement;
import ai.rhesis.backend.suite.testcase.TestCase;
import ai.rhesis.backend.suite.testcase.TestCaseRequest;
import ai.rhesis.backend.workspace.project.Project;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// References of a test by an id.
enum BulkReference {
    PROMPT_ID(Prompt.class, TestCaseRequest::promptId),
    CATEGORY_ID(Category.class, request -> id(request.categoryId(), request.category())),
    TOPIC_ID(Topic.class, request -> id(request.topicId(), request.topic())),
    REQUIREMENT_ID(Requirement.class, request -> id(request.requirementId(), request.requirement())),
    PROJECT_ID(Project.class, TestCaseRequest::projectId),
    PARENT_ID(TestCase.class, TestCaseRequest::parentId),
    STATUS_ID(Status.class, TestCaseRequest::statusId),
    OWNER_ID(User.class, TestCaseRequest::ownerId),
    ASSIGNEE_ID(User.class, TestCaseRequest::assigneeId);

    private final Class<?> type;
    private final Function<TestCaseRequest, @Nullable UUID> id;

    BulkReference(Class<?> type, Function<TestCaseRequest, @Nullable UUID> id) {
        this.type = type;
        this.id = id;
    }

    Class<?> type() {
        return type;
    }

    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Nullable
    UUID idIn(TestCaseRequest request) {
        return id.apply(request);
    }

    private static @Nullable UUID id(@Nullable UUID id, @Nullable NamedReference beside) {
        NamedReference chosen = NamedReference.chosen(id, false, beside);
        return chosen == null ? null : chosen.id();
    }
}
