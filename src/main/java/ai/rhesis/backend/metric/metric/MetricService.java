package ai.rhesis.backend.metric.metric;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import ai.rhesis.backend.annotation.subject.AttachmentService;
import ai.rhesis.backend.annotation.subject.Attachments;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import ai.rhesis.backend.platform.query.InOrder;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Reference;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.NamedReference;
import ai.rhesis.backend.platform.web.body.Patch;
import jakarta.persistence.criteria.Predicate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The metrics of an organization.
@Service
@Transactional
public class MetricService {

    private final MetricRepository metrics;
    private final MetricTyping typing;
    private final AttachmentService attachments;

    MetricService(MetricRepository metrics, MetricTyping typing, AttachmentService attachments) {
        this.metrics = metrics;
        this.typing = typing;
        this.attachments = attachments;
    }

    @Transactional(readOnly = true)
    public Listing<MetricView> list(ListRequest request) {
        return list(request, Restriction.none());
    }

    @Transactional(readOnly = true)
    public Listing<MetricView> list(ListRequest request, Restriction<Metric> restriction) {
        return metrics.listIds(request, MetricFields.ALL, restriction).mapAll(this::views);
    }

    /// Lists the metrics that judge tests of one of these kinds.
    @Transactional(readOnly = true)
    Listing<MetricView> list(ListRequest request, Collection<String> scopes) {
        return list(
                request,
                (metric, query, builder) -> builder.or(scopes.stream()
                        .map(scope -> builder.greaterThan(
                                builder.function(
                                        "array_position",
                                        Integer.class,
                                        metric.get("metricScope"),
                                        ((HibernateCriteriaBuilder) builder).value(scope)),
                                0))
                        .toArray(Predicate[]::new)));
    }

    @Transactional(readOnly = true)
    public MetricView get(UUID id) {
        return view(metrics.get(id));
    }

    /// Lays a change over the metric and validates the whole.
    @Transactional(readOnly = true)
    MetricRequest wanted(UUID id, Patch<MetricRequest> change) {
        Metric metric = metrics.get(id);
        return change.applyTo(metric.asWritten(), metric.getVersion());
    }

    MetricView create(TriedMetric tried) {
        MetricRequest request = tried.request();
        MetricTypes types = typing.of(request.wantedType(false), request.wantedBackend(false), null);
        return view(metrics.save(new Metric(request, checked(tried, types))));
    }

    MetricView update(UUID id, Patch<MetricRequest> change, TriedMetric tried) {
        Metric metric = metrics.getForUpdate(id);
        MetricRequest request = change.applyTo(metric.asWritten(), metric.getVersion());
        if (!request.equals(tried.request())) {
            throw Problem.conflict("The metric was changed at the same time; try again")
                    .exception();
        }
        NamedReference type = request.wantedType(change.mentions("metric_type_id"));
        NamedReference backend = request.wantedBackend(change.mentions("backend_type_id"));
        metric.change(request, checked(tried, typing.of(type, backend, metric.types())));
        return view(metrics.save(metric));
    }

    MetricView delete(UUID id, IfMatch ifMatch) {
        Metric metric = metrics.getForUpdate(id);
        ifMatch.check(metric.getVersion());
        MetricView last = view(metric);
        metric.delete();
        metrics.save(metric);
        return last;
    }

    /// Finds the metrics that judge the tests of a run: those chosen, else those of the test set, else those of the
    /// requirement that each test has.
    ///
    /// @param requirementIds the requirements of the tests that are run
    /// @throws ProblemException 422 on `metrics` when a chosen one is no living metric
    @Transactional(readOnly = true)
    public ApplicableMetrics applicable(
            List<MetricChoice> chosen, @Nullable UUID testSetId, Collection<UUID> requirementIds) {
        if (!chosen.isEmpty()) {
            return ApplicableMetrics.toAll(MetricsSource.EXECUTION_TIME, ChosenMetrics.of(chosen, metrics::findNamed));
        }
        List<Metric> ofSet = testSetId == null ? List.of() : metrics.findOfTestSet(testSetId);
        return ofSet.isEmpty()
                ? ApplicableMetrics.byRequirement(metrics.findOfRequirements(requirementIds))
                : ApplicableMetrics.toAll(MetricsSource.TEST_SET, snapshots(ofSet));
    }

    /// Takes a snapshot of a metric as it is now.
    ///
    /// @throws ProblemException 404 or 410 without the metric
    @Transactional(readOnly = true)
    public MetricSnapshot snapshot(UUID id) {
        return metrics.get(id).snapshot(null);
    }

    private static List<MetricSnapshot> snapshots(List<Metric> metrics) {
        return metrics.stream().map(metric -> metric.snapshot(null)).toList();
    }

    private MetricTypes checked(TriedMetric tried, MetricTypes types) {
        List<Violation> broken = MetricRules.brokenBy(tried, types.backend());
        if (!broken.isEmpty()) {
            throw Problem.invalid(broken).exception();
        }
        return types;
    }

    private MetricView view(Metric metric) {
        return views(List.of(metric.getId())).getFirst();
    }

    List<MetricView> views(List<UUID> ids) {
        Attachments carried = attachments.of(Metric.class, ids);
        Map<UUID, List<Reference>> requirements = metrics.findRequirements(ids).stream()
                .collect(groupingBy(LinkedRequirement::metricId, mapping(LinkedRequirement::requirement, toList())));
        return InOrder.of(ids, metrics.findViews(ids), view -> view.metric().getId()).stream()
                .map(view -> {
                    UUID id = view.metric().getId();
                    return view.with(requirements.getOrDefault(id, List.of()), carried.of(id));
                })
                .toList();
    }
}
