package ai.rhesis.backend.annotation.comment;

import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.security.PermittedActions;
import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A comment as a client reads it.
record CommentResponse(
        Identity identity,
        String content,
        String entityType,
        UUID entityId,
        @Nullable UserReference user,
        Map<String, List<Reaction>> emojis,
        List<String> permittedActions)
        implements Identified {

    static CommentResponse of(CommentView view) {
        Comment comment = view.comment();
        return new CommentResponse(
                Identity.of(comment),
                comment.getContent(),
                comment.getEntityType(),
                comment.getEntityId(),
                view.user(),
                view.emojis(),
                PermittedActions.ofAuthor(comment.getUserId(), "comment", "comment:react"));
    }
}
