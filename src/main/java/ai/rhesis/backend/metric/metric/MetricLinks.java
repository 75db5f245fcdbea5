package ai.rhesis.backend.metric.metric;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The links between metrics and the requirements and test sets whose tests they judge. Callers make sure that these
/// exist.
@Service
@Transactional
public class MetricLinks {

    private final MetricRepository links;
    private final MetricService metrics;

    MetricLinks(MetricRepository links, MetricService metrics) {
        this.links = links;
        this.metrics = metrics;
    }

    /// Finds the living metrics of many requirements in one query.
    @Transactional(readOnly = true)
    public Map<UUID, List<MetricReference>> ofRequirements(Collection<UUID> requirementIds) {
        return links.findOfRequirements(requirementIds).stream()
                .collect(groupingBy(LinkedMetric::requirementId, mapping(MetricReference::of, toList())));
    }

    /// @throws ProblemException 404 or 410 when there is no such living metric
    @Transactional(readOnly = true)
    public void require(UUID metricId) {
        links.get(metricId);
    }

    @Transactional(readOnly = true)
    public Listing<MetricView> listOfRequirement(UUID requirementId, ListRequest request) {
        return metrics.list(request, RequirementMetric.metricsOf(requirementId));
    }

    @Transactional(readOnly = true)
    public Listing<MetricView> listOfTestSet(UUID testSetId, ListRequest request) {
        return metrics.list(request, TestSetMetric.metricsOf(testSetId));
    }

    /// Lists the metrics of a requirement, by name.
    @Transactional(readOnly = true)
    public List<MetricView> allOfRequirement(UUID requirementId) {
        return views(links.findOfRequirements(List.of(requirementId)).stream()
                .map(LinkedMetric::metric)
                .toList());
    }

    /// Lists the metrics of a test set, by name.
    @Transactional(readOnly = true)
    public List<MetricView> allOfTestSet(UUID testSetId) {
        return views(links.findOfTestSet(testSetId));
    }

    /// Lets a metric judge the tests of a requirement, which is nothing new when it does already.
    ///
    /// @return whether that changed anything
    /// @throws ProblemException 404 or 410 when there is no such living metric
    public boolean linkToRequirement(UUID requirementId, UUID metricId) {
        links.get(metricId);
        return links.linkToRequirement(requirementId, metricId) > 0;
    }

    /// Undoes [#linkToRequirement].
    public boolean unlinkFromRequirement(UUID requirementId, UUID metricId) {
        links.get(metricId);
        return links.unlinkFromRequirement(requirementId, metricId) > 0;
    }

    /// Lets a metric judge the tests of a set, as [#linkToRequirement] does.
    public boolean linkToTestSet(UUID testSetId, UUID metricId) {
        links.get(metricId);
        return links.linkToTestSet(testSetId, metricId) > 0;
    }

    /// Undoes [#linkToTestSet].
    public boolean unlinkFromTestSet(UUID testSetId, UUID metricId) {
        links.get(metricId);
        return links.unlinkFromTestSet(testSetId, metricId) > 0;
    }

    private List<MetricView> views(List<Metric> all) {
        return all.isEmpty()
                ? List.of()
                : metrics.views(all.stream().map(Metric::getId).toList());
    }
}
