package ai.rhesis.backend.suite.requirement;

import ai.rhesis.backend.annotation.subject.AttachmentService;
import ai.rhesis.backend.annotation.subject.Attachments;
import ai.rhesis.backend.metric.metric.MetricLinks;
import ai.rhesis.backend.metric.metric.MetricReference;
import ai.rhesis.backend.metric.metric.RequirementMetric;
import ai.rhesis.backend.platform.persistence.NamedId;
import ai.rhesis.backend.platform.query.InOrder;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The requirements of an organization, found or created by name.
@Service
@Transactional
public class RequirementService {

    private final RequirementRepository requirements;
    private final MetricLinks metrics;
    private final AttachmentService attachments;

    RequirementService(RequirementRepository requirements, MetricLinks metrics, AttachmentService attachments) {
        this.requirements = requirements;
        this.metrics = metrics;
        this.attachments = attachments;
    }

    @Transactional(readOnly = true)
    public Listing<RequirementView> list(ListRequest request) {
        return list(request, Restriction.none());
    }

    /// Lists the requirements whose tests a metric judges.
    @Transactional(readOnly = true)
    Listing<RequirementView> listOfMetric(UUID metricId, ListRequest request) {
        metrics.require(metricId);
        return list(request, RequirementMetric.requirementsOf(metricId));
    }

    private Listing<RequirementView> list(ListRequest request, Restriction<Requirement> restriction) {
        return requirements.listIds(request, RequirementFields.ALL, restriction).mapAll(this::views);
    }

    @Transactional(readOnly = true)
    public RequirementView get(UUID id) {
        return view(requirements.get(id));
    }

    /// Makes a requirement; the name of an existing one, in whatever case, is that one.
    RequirementView create(RequirementRequest request) {
        Optional<NamedId> existing =
                requirements.findIds(new String[] {request.name()}).stream().findFirst();
        if (existing.isPresent()) {
            return view(requirements.get(existing.get().id()));
        }
        return view(requirements.save(new Requirement(request)));
    }

    RequirementView update(UUID id, Patch<RequirementRequest> change) {
        Requirement requirement = requirements.getForUpdate(id);
        requirement.change(change.applyTo(RequirementRequest.of(requirement), requirement.getVersion()));
        return view(requirements.save(requirement));
    }

    RequirementView delete(UUID id, IfMatch ifMatch) {
        Requirement requirement = requirements.getForUpdate(id);
        ifMatch.check(requirement.getVersion());
        RequirementView last = view(requirement);
        requirement.delete();
        requirements.save(requirement);
        return last;
    }

    /// Finds the ids of the names, whatever their case; new names are created, each once however many callers ask.
    ///
    /// @param names 1 to 255 characters each, stripped
    public Map<String, UUID> idsOf(Collection<String> names) {
        return NamedId.foundOrMade(names, requirements::findIds, requirements::insertUnlessThere);
    }

    private RequirementView view(Requirement requirement) {
        return views(List.of(requirement.getId())).getFirst();
    }

    private List<RequirementView> views(List<UUID> ids) {
        Map<UUID, List<MetricReference>> metricsById = metrics.ofRequirements(ids);
        Attachments carried = attachments.of(Requirement.class, ids);
        List<RequirementView> found = requirements.findViews(ids);
        return InOrder.of(ids, found, view -> view.requirement().getId()).stream()
                .map(view -> completed(view, metricsById, carried))
                .toList();
    }

    private static RequirementView completed(
            RequirementView view, Map<UUID, List<MetricReference>> metricsById, Attachments carried) {
        UUID id = view.requirement().getId();
        return view.with(metricsById.getOrDefault(id, List.of()), carried.of(id));
    }
}
