package ai.rhesis.backend.annotation.comment;

import ai.rhesis.backend.platform.problem.Unchangeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A comment as a client writes it.
record CommentRequest(
        @Nullable UUID id,
        @NotNull @Size(max = 20_000) String content,
        @NotNull String entityType,
        @NotNull UUID entityId) {

    static CommentRequest of(Comment comment) {
        return new CommentRequest(
                comment.getId(), comment.getContent(), comment.getEntityType(), comment.getEntityId());
    }

    /// @throws ProblemException 422 when the comment would move to another object
    void requireSubjectOf(Comment comment) {
        Unchangeable.require("entity_type", comment.getEntityType(), entityType);
        Unchangeable.require("entity_id", comment.getEntityId(), entityId);
    }
}
