package ai.rhesis.backend.annotation.comment;

import ai.rhesis.backend.identity.user.UserReference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A comment with its author and, by emoji, the members who reacted to it.
record CommentView(Comment comment, @Nullable UserReference user, Map<String, List<Reaction>> emojis) {

    /// Makes the view from the columns of a query.
    public CommentView(Comment comment, @Nullable UserReference user) {
        this(comment, user, Map.of());
    }

    CommentView with(Map<String, List<Reaction>> emojis) {
        return new CommentView(comment, user, emojis);
    }
}
