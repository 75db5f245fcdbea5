package ai.rhesis.backend.annotation.comment;

import java.util.UUID;

/// One reaction to one comment.
record ReactionView(UUID commentId, String emoji, UUID userId, String userName) {

    Reaction reaction() {
        return new Reaction(userId, userName);
    }
}
