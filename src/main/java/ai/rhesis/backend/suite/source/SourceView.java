package ai.rhesis.backend.suite.source;

import ai.rhesis.backend.annotation.subject.Attached;
import ai.rhesis.backend.annotation.typelookup.TypeReference;
import ai.rhesis.backend.identity.user.UserReference;
import org.jspecify.annotations.Nullable;

/// A source with its type, who made it, and what it carries.
///
/// @param fileType the type of the file that it came from; null where it came from none
/// @param fileSize the bytes of that file
public record SourceView(
        KnowledgeSource source,
        @Nullable String fileType,
        @Nullable Integer fileSize,
        @Nullable TypeReference sourceType,
        @Nullable UserReference user,
        Attached attached) {

    /// Creates the view from the columns of a query.
    public SourceView(
            KnowledgeSource source,
            @Nullable String fileType,
            @Nullable Integer fileSize,
            @Nullable TypeReference sourceType,
            @Nullable UserReference user) {
        this(source, fileType, fileSize, sourceType, user, Attached.NOTHING);
    }

    SourceView with(Attached carried) {
        return new SourceView(source, fileType, fileSize, sourceType, user, carried);
    }
}
