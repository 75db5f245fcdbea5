package ai.rhesis.backend.annotation.comment;

import ai.rhesis.backend.platform.persistence.Resource;
import ai.rhesis.backend.platform.persistence.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A remark of a member about an object, with which it stays.
@Entity
@Table(name = "comment")
@Resource(name = "Comment", path = "/comments")
class Comment extends TenantEntity {

    private String content;

    @Column(updatable = false)
    private String entityType;

    @Column(updatable = false)
    private UUID entityId;

    protected Comment() {}

    Comment(CommentRequest request) {
        identify(request.id());
        entityType = request.entityType();
        entityId = request.entityId();
        change(request);
    }

    final void change(CommentRequest request) {
        content = request.content();
    }

    @Override
    public @Nullable String getName() {
        return null;
    }

    @Override
    public @Nullable String getText() {
        return content;
    }

    public String getContent() {
        return content;
    }

    public String getEntityType() {
        return entityType;
    }

    public UUID getEntityId() {
        return entityId;
    }
}
