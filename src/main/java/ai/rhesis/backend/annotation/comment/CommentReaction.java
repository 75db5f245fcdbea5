package ai.rhesis.backend.annotation.comment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/// A member's reaction to a comment with an emoji.
@Entity
@Immutable
@Table(name = "comment_reaction")
@IdClass(CommentReaction.Key.class)
class CommentReaction {

    @TenantId
    @Column(updatable = false)
    private UUID organizationId;

    @Id
    private UUID commentId;

    @Id
    private String emoji;

    @Id
    private UUID userId;

    private Instant createdAt;

    protected CommentReaction() {}

    record Key(UUID commentId, String emoji, UUID userId) {}
}
