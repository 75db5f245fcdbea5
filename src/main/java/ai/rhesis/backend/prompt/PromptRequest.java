package ai.rhesis.backend.prompt;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A prompt as a client writes it.
public record PromptRequest(
        @Nullable UUID id,
        @NotBlank String content,
        @Size(max = 255) @Nullable String name,
        @Nullable String description,
        @NotBlank @Size(max = 35) String languageCode,
        @Nullable String expectedResponse,
        @Nullable UUID categoryId,
        @Nullable List<@NotNull UUID> categoryIds,
        @Nullable UUID topicId,
        @Nullable UUID requirementId,
        @Nullable UUID parentId,
        @Nullable UUID statusId) {

    private static final String DEFAULT_LANGUAGE = "en-US";

    public PromptRequest {
        languageCode = Objects.requireNonNullElse(languageCode, DEFAULT_LANGUAGE);
    }

    /// A prompt of what is said and expected alone.
    public static PromptRequest of(String content, String languageCode, @Nullable String expectedResponse) {
        return new PromptRequest(
                null, content, null, null, languageCode, expectedResponse, null, null, null, null, null, null);
    }

    /// The prompt as it is; its first category only among all of them.
    static PromptRequest of(Prompt prompt, List<UUID> categoryIds) {
        return new PromptRequest(
                prompt.getId(),
                prompt.getContent(),
                prompt.getName(),
                prompt.getDescription(),
                prompt.getLanguageCode(),
                prompt.getExpectedResponse(),
                null,
                categoryIds,
                prompt.getTopicId(),
                prompt.getRequirementId(),
                prompt.getParentId(),
                prompt.getStatusId());
    }

    /// All categories, each once, `category_id` first.
    List<UUID> allCategoryIds() {
        SequencedSet<UUID> all = new LinkedHashSet<>(categoryIds == null ? List.of() : categoryIds);
        if (categoryId != null) {
            all.addFirst(categoryId);
        }
        return List.copyOf(all);
    }
}
