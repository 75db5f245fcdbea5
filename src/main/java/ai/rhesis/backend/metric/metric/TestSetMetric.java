package ai.rhesis.backend.metric.metric;

import ai.rhesis.backend.platform.query.Restriction;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/// The link of a metric to a test set whose tests it judges.
@Entity
@Immutable
@Table(name = "test_set_metric")
@IdClass(TestSetMetric.Key.class)
class TestSetMetric {

    @TenantId
    @Column(updatable = false)
    private UUID organizationId;

    @Id
    private UUID testSetId;

    @Id
    private UUID metricId;

    protected TestSetMetric() {}

    /// Restricts metrics to those of one set.
    static Restriction<Metric> metricsOf(UUID testSetId) {
        return (metric, query, builder) -> {
            Subquery<UUID> linked = query.subquery(UUID.class);
            Root<TestSetMetric> link = linked.from(TestSetMetric.class);
            linked.select(link.get("metricId")).where(builder.equal(link.get("testSetId"), testSetId));
            return metric.get("id").in(linked);
        };
    }

    record Key(UUID testSetId, UUID metricId) {}
}
