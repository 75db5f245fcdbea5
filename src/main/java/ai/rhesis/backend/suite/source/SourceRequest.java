package ai.rhesis.backend.suite.source;

import ai.rhesis.backend.platform.tenancy.InScope;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A source as a client writes it.
///
/// @param content its text; left out of what [#of] returns, so that what isn't mentioned stays
record SourceRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 255) String title,
        @Nullable String description,
        @Size(max = SourceContent.MAX_LENGTH) @Nullable String content,
        @Nullable UUID sourceTypeId,
        @Nullable Map<String, @Nullable Object> sourceMetadata,
        @InScope @Nullable UUID projectId) {

    static SourceRequest of(KnowledgeSource source) {
        return new SourceRequest(
                source.getId(),
                source.getName(),
                source.getDescription(),
                null,
                source.getSourceTypeId(),
                source.getSourceMetadata(),
                source.getProjectId());
    }
}
