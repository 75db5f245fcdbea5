package ai.rhesis.backend.run.testrun;

import ai.rhesis.backend.metric.metric.MetricsSource;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/// The way in which a run is executed, as it was chosen at its start.
///
/// @param executionMode `Parallel` or `Sequential`
/// @param metricsSource the name of the [MetricsSource] of the metrics that judge
@Embeddable
public record RunMode(
        @Column(updatable = false) @Nullable String executionMode,
        @Column(updatable = false) @Nullable String metricsSource) {

    /// The mode of a run that a client keeps.
    public static final RunMode UNKNOWN = new RunMode(null, null);

    public static RunMode of(boolean isSequential, MetricsSource source) {
        return new RunMode(isSequential ? "Sequential" : "Parallel", source.toString());
    }
}
