package ai.rhesis.backend.suite.requirement;

import ai.rhesis.backend.metric.metric.MetricLinks;
import ai.rhesis.backend.metric.metric.MetricView;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The metrics that judge the tests of a requirement.
@Service
@Transactional
class RequirementMetrics {

    private final RequirementRepository requirements;
    private final MetricLinks metrics;

    RequirementMetrics(RequirementRepository requirements, MetricLinks metrics) {
        this.requirements = requirements;
        this.metrics = metrics;
    }

    @Transactional(readOnly = true)
    Listing<MetricView> list(UUID id, ListRequest request) {
        return metrics.listOfRequirement(requirements.get(id).getId(), request);
    }

    List<MetricView> add(UUID id, UUID metricId) {
        link(id, metricId);
        return metrics.allOfRequirement(id);
    }

    List<MetricView> remove(UUID id, UUID metricId) {
        unlink(id, metricId);
        return metrics.allOfRequirement(id);
    }

    /// Lets a metric judge the tests of a requirement.
    ///
    /// @return whether that changed anything
    boolean link(UUID id, UUID metricId) {
        return change(id, metricId, metrics::linkToRequirement);
    }

    /// Undoes [#link].
    boolean unlink(UUID id, UUID metricId) {
        return change(id, metricId, metrics::unlinkFromRequirement);
    }

    private boolean change(UUID id, UUID metricId, BiPredicate<UUID, UUID> change) {
        Requirement requirement = requirements.getForUpdate(id);
        boolean isNew = change.test(id, metricId);
        if (isNew) {
            requirement.touch();
            requirements.save(requirement);
        }
        return isNew;
    }
}
