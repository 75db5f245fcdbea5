package ai.rhesis.backend.metric.metric;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A metric that somebody chooses for one execution: by its id, else by its name.
///
/// @param scope for which tests, such as `["Single-Turn"]`; what the metric says when absent
public record MetricChoice(
        @Nullable UUID id,
        @Size(max = 255) @Nullable String name,
        @Nullable List<String> scope) {}
