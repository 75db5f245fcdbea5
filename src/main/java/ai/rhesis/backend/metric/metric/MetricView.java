package ai.rhesis.backend.metric.metric;

import ai.rhesis.backend.annotation.subject.Attached;
import ai.rhesis.backend.annotation.typelookup.TypeReference;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.query.Joined;
import ai.rhesis.backend.platform.query.Reference;
import org.jspecify.annotations.Nullable;

/// A metric with what it points at.
public record MetricView(
        Metric metric,
        @Nullable TypeReference metricType,
        @Nullable TypeReference backendType,
        @Nullable Reference model,
        @Nullable UserReference user,
        Attached attached) {

    /// Creates the view from the columns of a query.
    public MetricView(
            Metric metric, TypeReference metricType, TypeReference backendType, Reference model, UserReference user) {
        this(
                metric,
                Joined.orNull(metricType),
                Joined.orNull(backendType),
                Joined.orNull(model),
                Joined.orNull(user),
                Attached.NOTHING);
    }

    MetricView with(Attached carried) {
        return new MetricView(metric, metricType, backendType, model, user, carried);
    }
}
