package ai.rhesis.backend.suite.requirement;

import ai.rhesis.backend.platform.persistence.Resources;
import ai.rhesis.backend.platform.query.ListRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The requirements of a metric under its own path; metrics know nothing of requirements.
@RestController
@RequestMapping("/metrics/{id}/requirements")
class MetricRequirementController {

    private final RequirementService requirements;
    private final RequirementMetrics links;

    MetricRequirementController(RequirementService requirements, RequirementMetrics links) {
        this.requirements = requirements;
        this.links = links;
    }

    @GetMapping
    ResponseEntity<List<RequirementResponse>> requirements(@PathVariable UUID id, ListRequest request) {
        return requirements
                .listOfMetric(id, request)
                .map(RequirementResponse::of)
                .toResponse();
    }

    @PostMapping("/{requirement_id}")
    LinkChangedResponse addRequirement(@PathVariable UUID id, @PathVariable("requirement_id") UUID requirementId) {
        return LinkChangedResponse.success(
                links.link(requirementId, id)
                        ? "The metric judges the tests of the requirement."
                        : "The metric judged the tests of the requirement already.");
    }

    @DeleteMapping("/{requirement_id}")
    LinkChangedResponse removeRequirement(@PathVariable UUID id, @PathVariable("requirement_id") UUID requirementId) {
        if (!links.unlink(requirementId, id)) {
            throw Resources.notFound(Requirement.class, requirementId).exception();
        }
        return LinkChangedResponse.success("The metric no longer judges the tests of the requirement.");
    }
}
