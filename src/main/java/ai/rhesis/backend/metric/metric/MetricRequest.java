package ai.rhesis.backend.metric.metric;

import ai.rhesis.backend.metric.assertion.Assertions;
import ai.rhesis.backend.metric.assertion.Criterion;
import ai.rhesis.backend.platform.web.body.NamedReference;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A metric as a client writes it. The ids of the two types go before what names them.
///
/// @param evaluationPrompt what a judge is asked, or the value of an assertion; empty when absent, unless its class
/// has a question of its own
/// @param scoreType that of the assertion when absent; a judge needs one
/// @param metricScope single turns when absent
record MetricRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 255) String name,
        @Nullable String description,
        String evaluationPrompt,
        @Nullable String evaluationSteps,
        @Nullable String reasoning,
        @Nullable String evaluationExamples,

        @NotNull @Pattern(regexp = "binary|numeric|categorical", message = "must be binary, numeric or categorical")
        String scoreType,

        @Nullable Double minScore,
        @Nullable Double maxScore,
        @Nullable Double threshold,

        @Pattern(regexp = "=|<|>|<=|>=|!=", message = "must be one of = < > <= >= !=")
        String thresholdOperator,

        @Nullable List<@NotBlank String> categories,
        @Nullable List<@NotBlank String> passingCategories,

        @NotEmpty
        List<
                        @NotNull
                        @Pattern(
                                regexp = "Single-Turn|Multi-Turn|Trace",
                                message = "must be Single-Turn, Multi-Turn or Trace")
                        String>
                metricScope,

        @Nullable UUID metricTypeId,
        @Valid @Nullable NamedReference metricType,
        @Nullable UUID backendTypeId,
        @Valid @Nullable NamedReference backendType,
        @Size(max = 255) @Nullable String className,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean groundTruthRequired,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean contextRequired,
        @Nullable UUID modelId,
        @Nullable String explanation,
        @Nullable UUID statusId,
        @Nullable UUID ownerId,
        @Nullable UUID assigneeId)
        implements Criterion {

    static final String OWN_BACKEND = "rhesis";

    /// The backend of metrics that connected programs have.
    static final String PROGRAM_BACKEND = "sdk";

    private static final String OTHER_BACKEND = "custom";

    /// The backends whose classes are known here.
    static final Set<String> BACKENDS = Set.of(OWN_BACKEND, OTHER_BACKEND);

    private static final List<String> DEFAULT_SCOPE = List.of("Single-Turn");

    MetricRequest {
        className = className == null || className.isBlank() ? null : className.strip();
        evaluationPrompt = GoalJudge.promptOr(evaluationPrompt, className);
        thresholdOperator = Objects.requireNonNullElse(thresholdOperator, ">=");
        metricScope = Objects.requireNonNullElse(metricScope, DEFAULT_SCOPE);
        scoreType = scoreType == null ? defaultScoreType(className) : scoreType;
    }

    private static @Nullable String defaultScoreType(@Nullable String className) {
        return className == null || AssertionName.of(className).isClass() ? null : Assertions.scoreTypeOf(className);
    }

    /// Returns the backend that the body asks for; without one, the name of an assertion asks for the own.
    NamedReference wantedBackend(boolean idSent) {
        NamedReference chosen = NamedReference.chosen(backendTypeId, idSent, backendType);
        return chosen == null ? NamedReference.of(namesAssertion() ? OWN_BACKEND : OTHER_BACKEND) : chosen;
    }

    @Nullable
    NamedReference wantedType(boolean idSent) {
        return NamedReference.chosen(metricTypeId, idSent, metricType);
    }

    /// Tells whether an assertion judges, and no model.
    boolean isAssertion(String backend) {
        return backend.equals(OWN_BACKEND) && namesAssertion();
    }

    /// Tells whether a model is asked, and no assertion and no program.
    boolean asksModel(String backend) {
        return !isAssertion(backend) && !backend.equals(PROGRAM_BACKEND);
    }

    boolean namesAssertion() {
        return className != null && Assertions.names().contains(className);
    }
}
