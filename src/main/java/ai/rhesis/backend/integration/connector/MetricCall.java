package ai.rhesis.backend.integration.connector;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A call of a metric.
///
/// @param projectId whose program is preferred; else any of the organization that has the metric
public record MetricCall(@Nullable UUID projectId, String metric, Inputs inputs) {

    /// The answer to judge, and what is known about it.
    public record Inputs(
            @Nullable String input,
            @Nullable String output,
            @Nullable String expectedOutput,
            List<String> context) {}
}
