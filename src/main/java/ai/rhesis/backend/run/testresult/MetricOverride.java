package ai.rhesis.backend.run.testresult;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A review that says otherwise than a metric.
///
/// @param originalValue what the metric said; null where it could not judge
record MetricOverride(@Nullable Boolean originalValue, UUID reviewId, UUID overriddenBy, Instant overriddenAt) {

    ObjectNode write() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("original_value", originalValue)
                .put("review_id", reviewId.toString())
                .put("overridden_by", overriddenBy.toString())
                .put("overridden_at", overriddenAt.toString());
    }
}
