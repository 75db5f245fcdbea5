package ai.rhesis.backend.metric.metric;

import ai.rhesis.backend.platform.query.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/// The part of a requirement that the filter of metrics needs. The requirement's own package builds on this one, so
/// its entity can't be used here.
@Entity
@Immutable
@Table(name = "requirement")
@Filter(name = "living")
class JudgedRequirement {

    @Id
    private UUID id;

    @TenantId
    @Column(updatable = false)
    private UUID organizationId;

    private String nanoId;
    private String name;
    private String nameKey;
    private @Nullable Instant deletedAt;

    private @Nullable Reference reference;

    protected JudgedRequirement() {}
}
