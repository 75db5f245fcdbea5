package ai.rhesis.backend.run.testrun;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/// A living result that somebody reviewed, as far as the filters of runs need it.
@Entity
@Immutable
@Table(name = "reviewed_result")
class ReviewedResult {

    @Id
    private UUID id;

    @TenantId
    @Column(updatable = false)
    private UUID organizationId;

    private UUID testRunId;

    protected ReviewedResult() {}
}
