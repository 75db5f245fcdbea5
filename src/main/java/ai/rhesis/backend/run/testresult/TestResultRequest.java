package ai.rhesis.backend.run.testresult;

import ai.rhesis.backend.run.review.TurnOverrides;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A result as a client writes it.
///
/// @param testOutput a text, or an object with it under `output`
/// @param statusId what the status is; without it, it follows from the metrics
record TestResultRequest(
        @Nullable UUID id,
        @NotNull UUID testConfigurationId,
        @Nullable UUID testRunId,
        @Nullable UUID testId,
        @Nullable UUID promptId,
        @Nullable UUID statusId,
        @Min(1) Integer repetition,
        @Nullable JsonNode testOutput,
        @Nullable TestMetrics testMetrics) {

    TestResultRequest {
        repetition = Objects.requireNonNullElse(repetition, 1);
    }

    static TestResultRequest of(TestResultView view) {
        TestResult result = view.result();
        return new TestResultRequest(
                result.getId(),
                result.getTestConfigurationId(),
                result.getTestRunId(),
                result.getTestId(),
                result.getPromptId(),
                result.getStatusId(),
                result.getRepetition(),
                result.getTestOutput(),
                view.metrics().automatic());
    }

    /// Tells whether output and judgements equal those of the other.
    boolean saysTheSame(TestResultRequest other) {
        return Objects.equals(outputAsObject(), other.outputAsObject())
                && TestMetrics.same(testMetrics, other.testMetrics);
    }

    @Nullable
    JsonNode outputAsObject() {
        if (testOutput == null || testOutput.isNull()) {
            return null;
        }
        return testOutput.isObject()
                ? TurnOverrides.without(testOutput)
                : JsonNodeFactory.instance.objectNode().set("output", testOutput);
    }

    @Nullable
    String outputError() {
        JsonNode error = testOutput == null ? null : testOutput.get("error");
        return error != null && error.isString() ? error.stringValue() : null;
    }
}
