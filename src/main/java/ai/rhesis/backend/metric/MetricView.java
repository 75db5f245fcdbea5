package ai.rhesis.backend.metric;

import ai.rhesis.backend.query.Joined;
import ai.rhesis.backend.query.Reference;
import ai.rhesis.backend.typelookup.TypeReference;
import ai.rhesis.backend.user.UserReference;
import org.jspecify.annotations.Nullable;

/// A metric with what it points at.
public record MetricView(
        Metric metric,
        @Nullable TypeReference metricType,
        @Nullable TypeReference backendType,
        @Nullable Reference model,
        @Nullable UserReference user) {

    public MetricView {
        metricType = Joined.orNull(metricType);
        backendType = Joined.orNull(backendType);
        model = Joined.orNull(model);
        user = Joined.orNull(user);
    }
}
