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

/// A source with its content.
record SourceContentResponse(
        Identity identity,
        String title,
        @Nullable String description,
        @Nullable String content,
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

    static SourceContentResponse of(SourceText text) {
        SourceResponse source = SourceResponse.of(text.view());
        return new SourceContentResponse(
                source.identity(),
                source.title(),
                source.description(),
                text.content(),
                source.sourceTypeId(),
                source.sourceType(),
                source.sourceMetadata(),
                source.fileType(),
                source.fileSize(),
                source.projectId(),
                source.user(),
                source.tags(),
                source.counts());
    }
}
