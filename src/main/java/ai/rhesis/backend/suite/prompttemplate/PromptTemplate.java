package ai.rhesis.backend.suite.prompttemplate;

import ai.rhesis.backend.platform.persistence.Resource;
import ai.rhesis.backend.platform.persistence.TenantEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A text with places that clients fill in to make prompts of it.
@Entity
@Table(name = "prompt_template")
@Resource(name = "PromptTemplate", path = "/prompt_templates")
class PromptTemplate extends TenantEntity {

    private String content;
    private @Nullable UUID categoryId;
    private @Nullable UUID topicId;
    private @Nullable UUID parentId;
    private @Nullable String languageCode;
    private boolean isSummary;
    private @Nullable UUID sourceId;
    private @Nullable UUID statusId;

    protected PromptTemplate() {}

    PromptTemplate(PromptTemplateRequest request) {
        identify(request.id());
        change(request);
    }

    final void change(PromptTemplateRequest request) {
        content = request.content();
        categoryId = request.categoryId();
        topicId = request.topicId();
        parentId = request.parentId();
        languageCode = request.languageCode();
        isSummary = request.isSummary();
        sourceId = request.sourceId();
        statusId = request.statusId();
    }

    @Override
    public @Nullable String getName() {
        return null;
    }

    @Override
    public String getText() {
        return content;
    }

    public @Nullable UUID getCategoryId() {
        return categoryId;
    }

    public @Nullable UUID getTopicId() {
        return topicId;
    }

    public @Nullable UUID getParentId() {
        return parentId;
    }

    public @Nullable String getLanguageCode() {
        return languageCode;
    }

    public boolean isSummary() {
        return isSummary;
    }

    public @Nullable UUID getSourceId() {
        return sourceId;
    }

    public @Nullable UUID getStatusId() {
        return statusId;
    }
}
