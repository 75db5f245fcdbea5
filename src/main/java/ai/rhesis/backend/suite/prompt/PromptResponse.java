package ai.rhesis.backend.suite.prompt;

import ai.rhesis.backend.annotation.subject.Counts;
import ai.rhesis.backend.annotation.tag.TagReference;
import ai.rhesis.backend.platform.query.Reference;
import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A prompt as a client reads it.
record PromptResponse(
        Identity identity,
        String content,
        @Nullable String name,
        @Nullable String description,
        String languageCode,
        @Nullable String expectedResponse,
        @Nullable UUID categoryId,
        List<UUID> categoryIds,
        @Nullable UUID topicId,
        @Nullable UUID requirementId,
        @Nullable UUID parentId,
        @Nullable UUID statusId,
        List<Reference> categories,
        List<TagReference> tags,
        Counts counts)
        implements Identified {

    static PromptResponse of(PromptView view) {
        Prompt prompt = view.prompt();
        List<UUID> categoryIds = view.categories().stream().map(Reference::id).toList();
        return new PromptResponse(
                Identity.of(prompt),
                prompt.getContent(),
                prompt.getName(),
                prompt.getDescription(),
                prompt.getLanguageCode(),
                prompt.getExpectedResponse(),
                categoryIds.isEmpty() ? null : categoryIds.getFirst(),
                categoryIds,
                prompt.getTopicId(),
                prompt.getRequirementId(),
                prompt.getParentId(),
                prompt.getStatusId(),
                view.categories(),
                view.attached().tags(),
                view.attached().counts());
    }
}
