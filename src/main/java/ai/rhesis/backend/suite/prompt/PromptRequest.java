package ai.rhesis.backend.suite.prompt;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A prompt as a client writes it.
public record PromptRequest(
        @Nullable UUID id,
        @NotNull String content,
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

    public static final String DEFAULT_LANGUAGE = "en-US";

    public PromptRequest {
        languageCode = Objects.requireNonNullElse(languageCode, DEFAULT_LANGUAGE);
    }

    /// Creates a prompt that only has a content and an expected response.
    public static PromptRequest of(String content, String languageCode, @Nullable String expectedResponse) {
        return new PromptRequest(
                null, content, null, null, languageCode, expectedResponse, null, null, null, null, null, null);
    }

    /// Returns the prompt as a request; its first category stands only among all of them.
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

    /// Returns all categories, each once, `category_id` first.
    List<UUID> allCategoryIds() {
        SequencedSet<UUID> all = new LinkedHashSet<>(categoryIds == null ? List.of() : categoryIds);
        if (categoryId != null) {
            all.addFirst(categoryId);
        }
        return List.copyOf(all);
    }

    /// Returns all categories of a change: a client that names only `category_id` replaces the first category and
    /// keeps the others.
    ///
    /// @param sent whether the body holds a key
    List<UUID> allCategoryIds(Predicate<String> sent) {
        List<UUID> all = new ArrayList<>(allCategoryIds());
        List<UUID> former = categoryIds == null ? List.of() : categoryIds;
        boolean replacesFirst = sent.test("category_id") && !sent.test("category_ids") && !former.isEmpty();
        if (replacesFirst && !former.getFirst().equals(categoryId)) {
            all.remove(former.getFirst());
        }
        return all;
    }
}
