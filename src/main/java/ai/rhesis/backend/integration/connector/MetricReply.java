package ai.rhesis.backend.integration.connector;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The result of a metric.
///
/// @param score a number, a text or a boolean, as the metric returned it
/// @param details an object, empty when there are none
public record MetricReply(
        JsonNode score, JsonNode details, @Nullable Double durationMillis) {

    /// Returns the reason that the metric gives; null when it gives none.
    public @Nullable String reason() {
        JsonNode reason = details.path("reason");
        return reason.isString() ? reason.asString() : null;
    }
}
