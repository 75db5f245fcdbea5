package ai.rhesis.backend.run.testresult;

import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.run.review.VerdictOverride;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The judgement of one metric about one result.
///
/// @param successful null where there is an error
/// @param details what a client keeps with it beside all this
/// @param override the review that says otherwise; then `successful` is what that says
public record MetricScore(
        String name,
        @Nullable UUID metricId,
        @Nullable Double score,
        @Nullable String category,
        @Nullable Boolean successful,
        @Nullable Double threshold,
        @Nullable String reason,
        @Nullable String error,
        @Nullable String errorType,
        @Nullable Long durationMillis,
        Usage usage,
        @Nullable JsonNode details,
        MetricLabel label,
        @Nullable VerdictOverride override) {

    /// Returns the same as the metric itself said.
    MetricScore automatic() {
        return override == null
                ? this
                : new MetricScore(
                        name,
                        metricId,
                        score,
                        category,
                        override.originalVerdict(),
                        threshold,
                        reason,
                        error,
                        errorType,
                        durationMillis,
                        usage,
                        details,
                        label,
                        null);
    }

    boolean isError() {
        return error != null || successful == null;
    }

    boolean passed() {
        return Boolean.TRUE.equals(successful);
    }
}
