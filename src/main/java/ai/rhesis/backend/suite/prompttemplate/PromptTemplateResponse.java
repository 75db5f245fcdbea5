package ai.rhesis.backend.suite.prompttemplate;

import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A template as a client reads it.
record PromptTemplateResponse(
        Identity identity,
        String content,
        @Nullable UUID categoryId,
        @Nullable UUID topicId,
        @Nullable UUID parentId,
        @Nullable String languageCode,
        boolean isSummary,
        @Nullable UUID sourceId,
        @Nullable UUID statusId)
        implements Identified {

    static PromptTemplateResponse of(PromptTemplate template) {
        return new PromptTemplateResponse(
                Identity.of(template),
                template.getText(),
                template.getCategoryId(),
                template.getTopicId(),
                template.getParentId(),
                template.getLanguageCode(),
                template.isSummary(),
                template.getSourceId(),
                template.getStatusId());
    }
}
