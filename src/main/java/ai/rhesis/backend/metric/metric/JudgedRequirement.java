package ai.rhesis.backend.metric.metric;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/// As much of a requirement as the filter of metrics asks: the package of requirements builds on this one, so that its
/// own entity can't be named here.
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

    protected JudgedRequirement() {}
}
