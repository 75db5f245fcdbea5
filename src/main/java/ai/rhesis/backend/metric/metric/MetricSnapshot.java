package ai.rhesis.backend.metric.metric;

import ai.rhesis.backend.metric.assertion.Assertions;
import ai.rhesis.backend.metric.assertion.Criterion;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A metric as it was at one moment, so that later changes alter no judgement: what a test run pins, as JSON.
///
/// @param description null as well in runs that pinned none
public record MetricSnapshot(
        UUID id,
        String name,
        String backendType,
        @Nullable String className,
        String scoreType,
        List<String> metricScope,
        String evaluationPrompt,
        @Nullable String evaluationSteps,
        @Nullable String reasoning,
        @Nullable String evaluationExamples,
        @Nullable Double minScore,
        @Nullable Double maxScore,
        @Nullable Double threshold,
        String thresholdOperator,
        List<String> categories,
        List<String> passingCategories,
        boolean groundTruthRequired,
        boolean contextRequired,
        @Nullable UUID modelId,
        @Nullable String description)
        implements Criterion {

    /// Tells whether an assertion judges, and no model. The classes of the SDK's judges have names too.
    public boolean isDeterministic() {
        return backendType.equals(MetricRequest.OWN_BACKEND)
                && className != null
                && Assertions.names().contains(className);
    }

    /// Tells whether a connected program judges.
    public boolean isOfProgram() {
        return backendType.equals(MetricRequest.PROGRAM_BACKEND);
    }

    /// Tells whether a model judges, and no assertion and no program.
    public boolean asksModel() {
        return !isDeterministic() && !isOfProgram();
    }

    /// Tells whether it judges tests of one turn, or of several.
    public boolean appliesTo(boolean isMultiTurn) {
        return metricScope.contains(isMultiTurn ? "Multi-Turn" : "Single-Turn");
    }
}
