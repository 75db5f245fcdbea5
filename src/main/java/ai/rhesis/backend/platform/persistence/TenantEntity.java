package ai.rhesis.backend.platform.persistence;

import ai.rhesis.backend.platform.tenancy.Tenant;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrePersist;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/// A stored object of one organization, with its creator, that can be deleted and restored.
///
/// The filter hides the deleted from every query and lookup of the application. It is a convenience, unlike the tenant:
/// row policies know nothing of deletion.
@MappedSuperclass
@FilterDef(
        name = TenantEntity.LIVING,
        defaultCondition = "deleted_at is null",
        autoEnabled = true,
        applyToLoadByKey = true)
@Filter(name = TenantEntity.LIVING)
public abstract class TenantEntity extends BaseEntity {

    static final String LIVING = "living";

    @TenantId
    @Column(updatable = false)
    private UUID organizationId;

    @Column(updatable = false)
    private UUID userId;

    private @Nullable Instant deletedAt;

    @PrePersist
    void belongToCreator() {
        userId = Tenant.current().userId();
    }

    public UUID getOrganizationId() {
        return organizationId;
    }

    /// Returns the creator, who never changes.
    public UUID getUserId() {
        return userId;
    }

    /// Returns the name of this object in messages about it.
    public abstract @Nullable String getName();

    /// Returns the text by which an object without a name is known.
    public @Nullable String getText() {
        return null;
    }

    /// Returns the attributes that no two living objects of an organization share, by the index that says so; the
    /// telling one first.
    protected Map<String, @Nullable Object> naturalKey(String index) {
        return Map.of();
    }

    public void delete() {
        deletedAt = Instant.now();
    }

    void restore() {
        deletedAt = null;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }
}
