package ai.rhesis.backend.comment;

import ai.rhesis.backend.problem.Problem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A comment as a client writes it.
record CommentRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 20_000) String content,
        @NotNull String entityType,
        @NotNull UUID entityId) {

    static CommentRequest of(Comment comment) {
        return new CommentRequest(
                comment.getId(), comment.getContent(), comment.getEntityType(), comment.getEntityId());
    }

    /// @throws ai.rhesis.backend.problem.ProblemException 422 when the comment would move to another object
    void requireSubjectOf(Comment comment) {
        if (!entityType.equals(comment.getEntityType())) {
            throw Problem.invalid("entity_type", "can't be changed").exception();
        }
        if (!entityId.equals(comment.getEntityId())) {
            throw Problem.invalid("entity_id", "can't be changed").exception();
        }
    }
}
