package ai.rhesis.backend.annotation.tag;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/// A tag on an object; read here as type and id, stored as one real foreign key per type.
@Entity
@Immutable
@Table(name = "tagged_item")
class TaggedItem {

    @Id
    private UUID id;

    @TenantId
    @Column(updatable = false)
    private UUID organizationId;

    private UUID tagId;
    private UUID entityId;
    private String entityType;

    protected TaggedItem() {}
}
