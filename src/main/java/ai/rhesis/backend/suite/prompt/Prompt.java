package ai.rhesis.backend.suite.prompt;

import ai.rhesis.backend.annotation.subject.Subject;
import ai.rhesis.backend.annotation.tag.Taggable;
import ai.rhesis.backend.platform.persistence.Resource;
import ai.rhesis.backend.platform.persistence.TenantEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A text that is said to a system under test, with the answer that is expected.
@Entity
@Table(name = "prompt")
@Resource(name = "Prompt", path = "/prompts")
public class Prompt extends TenantEntity implements Taggable, Subject {

    private String content;
    private @Nullable String name;
    private @Nullable String description;
    private String languageCode;
    private @Nullable String expectedResponse;
    private @Nullable UUID topicId;
    private @Nullable UUID requirementId;
    private @Nullable UUID parentId;
    private @Nullable UUID statusId;

    protected Prompt() {}

    Prompt(PromptRequest request) {
        identify(request.id());
        change(request);
    }

    final void change(PromptRequest request) {
        content = request.content();
        name = request.name();
        description = request.description();
        languageCode = request.languageCode();
        expectedResponse = request.expectedResponse();
        topicId = request.topicId();
        requirementId = request.requirementId();
        parentId = request.parentId();
        statusId = request.statusId();
    }

    @Override
    public @Nullable String getName() {
        return name;
    }

    @Override
    public @Nullable String getText() {
        return content;
    }

    public String getContent() {
        return content;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public String getLanguageCode() {
        return languageCode;
    }

    public @Nullable String getExpectedResponse() {
        return expectedResponse;
    }

    public @Nullable UUID getTopicId() {
        return topicId;
    }

    public @Nullable UUID getRequirementId() {
        return requirementId;
    }

    public @Nullable UUID getParentId() {
        return parentId;
    }

    public @Nullable UUID getStatusId() {
        return statusId;
    }
}
