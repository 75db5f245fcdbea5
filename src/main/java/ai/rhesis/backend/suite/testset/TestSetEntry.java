package ai.rhesis.backend.suite.testset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/// The place of a test in a set.
@Entity
@Immutable
@Table(name = "test_set_test")
@IdClass(TestSetEntry.Key.class)
class TestSetEntry {

    @TenantId
    @Column(updatable = false)
    private UUID organizationId;

    @Id
    private UUID testSetId;

    @Id
    private UUID testId;

    private int position;

    protected TestSetEntry() {}

    record Key(UUID testSetId, UUID testId) {}
}
