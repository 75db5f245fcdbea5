package ai.rhesis.backend.suite.requirement;

import ai.rhesis.backend.annotation.subject.Counts;
import ai.rhesis.backend.annotation.tag.TagReference;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.metric.metric.MetricReference;
import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A requirement as a client reads it.
record RequirementResponse(
        Identity identity,
        String name,
        @Nullable String description,
        @Nullable UUID statusId,
        @Nullable UserReference user,
        List<MetricReference> metrics,
        List<TagReference> tags,
        Counts counts)
        implements Identified {

    static RequirementResponse of(RequirementView view) {
        Requirement requirement = view.requirement();
        return new RequirementResponse(
                Identity.of(requirement),
                requirement.getName(),
                requirement.getDescription(),
                requirement.getStatusId(),
                view.user(),
                view.metrics(),
                view.attached().tags(),
                view.attached().counts());
    }
}
