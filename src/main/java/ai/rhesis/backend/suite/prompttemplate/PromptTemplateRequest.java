package ai.rhesis.backend.suite.prompttemplate;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A template as a client writes it.
record PromptTemplateRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 100_000) String content,
        @Nullable UUID categoryId,
        @Nullable UUID topicId,
        @Nullable UUID parentId,
        @Size(max = 20) @Nullable String languageCode,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean isSummary,
        @Nullable UUID sourceId,
        @Nullable UUID statusId) {

    static PromptTemplateRequest of(PromptTemplate template) {
        return new PromptTemplateRequest(
                template.getId(),
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
