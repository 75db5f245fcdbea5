package ai.rhesis.backend.metric.metric;

import ai.rhesis.backend.annotation.subject.Attached;
import ai.rhesis.backend.annotation.typelookup.TypeReference;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.query.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A metric with what it points at.
public record MetricView(
        Metric metric,
        @Nullable TypeReference metricType,
        @Nullable TypeReference backendType,
        @Nullable Reference model,
        @Nullable Reference status,
        @Nullable UserReference user,
        @Nullable UserReference owner,
        @Nullable UserReference assignee,
        List<Reference> requirements,
        Attached attached) {

    /// Creates the view from the columns of a query.
    public MetricView(
            Metric metric,
            @Nullable TypeReference metricType,
            @Nullable TypeReference backendType,
            @Nullable Reference model,
            @Nullable Reference status,
            @Nullable UserReference user,
            @Nullable UserReference owner,
            @Nullable UserReference assignee) {
        this(metric, metricType, backendType, model, status, user, owner, assignee, List.of(), Attached.NOTHING);
    }

    MetricView with(List<Reference> judged, Attached carried) {
        return new MetricView(metric, metricType, backendType, model, status, user, owner, assignee, judged, carried);
    }
}
