package ai.rhesis.backend.metric.metric;

import static ai.rhesis.backend.platform.query.Field.text;

import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;
import ai.rhesis.backend.platform.query.Restriction;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/// The link of a metric to a requirement whose tests it judges.
@Entity
@Immutable
@Table(name = "requirement_metric")
@IdClass(RequirementMetric.Key.class)
public class RequirementMetric {

    private static final String REQUIREMENT = "requirementId";
    private static final String METRIC = "metricId";

    @TenantId
    @Column(updatable = false)
    private UUID organizationId;

    @Id
    private UUID requirementId;

    @Id
    private UUID metricId;

    protected RequirementMetric() {}

    /// Links a requirement to its metrics.
    public static Link linkToMetrics(String name) {
        return Link.toMany(
                name,
                Metric.class,
                MetricFields.LINKED,
                (requirement, metric, query, builder) -> joins(requirement, metric, query, builder));
    }

    /// Links a metric to its requirements.
    static Link linkToRequirements(String name) {
        return Link.toMany(
                name,
                JudgedRequirement.class,
                Fields.linked(text("name").keyed("nameKey")),
                (metric, requirement, query, builder) -> joins(requirement, metric, query, builder));
    }

    /// Restricts metrics to those of one requirement.
    static Restriction<Metric> metricsOf(UUID requirementId) {
        return linked(METRIC, REQUIREMENT, requirementId);
    }

    /// Narrows a list of requirements to those whose tests one metric judges.
    public static <T> Restriction<T> requirementsOf(UUID metricId) {
        return linked(REQUIREMENT, METRIC, metricId);
    }

    private static <T> Restriction<T> linked(String side, String otherSide, UUID otherId) {
        return (object, query, builder) -> {
            Subquery<UUID> linked = query.subquery(UUID.class);
            Root<RequirementMetric> link = linked.from(RequirementMetric.class);
            linked.select(link.get(side)).where(builder.equal(link.get(otherSide), otherId));
            return object.get("id").in(linked);
        };
    }

    private static Predicate joins(
            From<?, ?> requirement, From<?, ?> metric, Subquery<?> query, CriteriaBuilder builder) {
        Root<RequirementMetric> link = query.from(RequirementMetric.class);
        return builder.and(
                builder.equal(link.get(REQUIREMENT), requirement.get("id")),
                builder.equal(link.get(METRIC), metric.get("id")));
    }

    record Key(UUID requirementId, UUID metricId) {}
}
