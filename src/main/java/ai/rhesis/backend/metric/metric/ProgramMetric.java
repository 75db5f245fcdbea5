package ai.rhesis.backend.metric.metric;

import ai.rhesis.backend.integration.connector.RegisteredMetric;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A metric as a connected program tells of it.
///
/// @param description null where the program tells none
record ProgramMetric(String name, @Nullable String description, String scoreType, List<String> parameters) {

    static ProgramMetric of(RegisteredMetric told) {
        return new ProgramMetric(
                told.name(),
                told.description() == null || told.description().isEmpty() ? null : told.description(),
                Objects.requireNonNullElse(told.scoreType(), "numeric"),
                told.parameters());
    }

    boolean needsGroundTruth() {
        return parameters.contains("expected_output");
    }

    boolean needsContext() {
        return parameters.contains("context");
    }

    /// Tells whether a metric says the same.
    boolean isSaidBy(MetricRequest written) {
        return (description == null || description.equals(written.description()))
                && scoreType.equals(written.scoreType())
                && needsGroundTruth() == written.groundTruthRequired()
                && needsContext() == written.contextRequired();
    }

    /// Makes the request that creates it.
    MetricRequest request(String examples, @Nullable UUID status) {
        return new MetricRequest(
                null,
                name,
                Objects.requireNonNullElse(description, "Metric of a connected program: " + name),
                "Judged by the function " + name + " of a connected program",
                null,
                null,
                examples,
                scoreType,
                null,
                null,
                null,
                ">=",
                null,
                null,
                List.of("Single-Turn"),
                null,
                null,
                null,
                null,
                name,
                needsGroundTruth(),
                needsContext(),
                null,
                null,
                status,
                null,
                null);
    }
}
