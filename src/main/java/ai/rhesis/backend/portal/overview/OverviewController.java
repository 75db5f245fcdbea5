package ai.rhesis.backend.portal.overview;

import ai.rhesis.backend.platform.security.AcrossProjects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OverviewController {

    private final OverviewService overview;

    OverviewController(OverviewService overview) {
        this.overview = overview;
    }

    @GetMapping("/services/recent-activities")
    RecentActivitiesResponse recentActivities(@RequestParam(defaultValue = "50") int limit) {
        return RecentActivitiesResponse.of(overview.latest(limit));
    }

    @AcrossProjects
    @GetMapping("/resolve")
    ResolvedResponse resolve(
            @RequestParam(name = "entity_type", required = false) @Nullable String entityType,
            @RequestParam("entity_id") String entityId) {
        return ResolvedResponse.of(overview.resolve(entityType, entityId));
    }
}
