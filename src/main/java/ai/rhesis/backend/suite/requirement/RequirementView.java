package ai.rhesis.backend.suite.requirement;

import ai.rhesis.backend.annotation.subject.Attached;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.metric.metric.MetricReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A requirement with who made it, its metrics, and what it carries.
public record RequirementView(
        Requirement requirement, @Nullable UserReference user, List<MetricReference> metrics, Attached attached) {

    /// Creates the view from the columns of a query.
    public RequirementView(Requirement requirement, @Nullable UserReference user) {
        this(requirement, user, List.of(), Attached.NOTHING);
    }

    RequirementView with(List<MetricReference> judging, Attached carried) {
        return new RequirementView(requirement, user, judging, carried);
    }
}
