package ai.rhesis.backend.suite.source;

import ai.rhesis.backend.annotation.subject.Counts;
import ai.rhesis.backend.annotation.tag.TagReference;
import ai.rhesis.backend.annotation.typelookup.TypeReference;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A source as a client reads it; its content has a path of its own.
record SourceResponse(
        Identity identity,
        String title,
        @Nullable String description,
        @Nullable UUID sourceTypeId,
        @Nullable TypeReference sourceType,
        @Nullable Map<String, @Nullable Object> sourceMetadata,
        @Nullable String fileType,
        @Nullable Integer fileSize,
        @Nullable UUID projectId,
        @Nullable UserReference user,
        List<TagReference> tags,
        Counts counts)
        implements Identified {

    static SourceResponse of(SourceView view) {
        KnowledgeSource source = view.source();
        return new SourceResponse(
                Identity.of(source),
                source.getName(),
                source.getDescription(),
                source.getSourceTypeId(),
                view.sourceType(),
                source.getSourceMetadata(),
                view.fileType(),
                view.fileSize(),
                source.getProjectId(),
                view.user(),
                view.attached().tags(),
                view.attached().counts());
    }
}
