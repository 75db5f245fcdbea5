package ai.rhesis.backend.metric.assertion;

import org.jspecify.annotations.Nullable;

/// What an assertion has to know of the metric that names it.
public interface Criterion {

    /// The name of the assertion, such as `not-contains`.
    @Nullable
    String className();

    /// The value of the assertion, unless the test has it.
    String evaluationPrompt();

    /// Whether the value is what the test expects as an answer.
    boolean groundTruthRequired();

    @Nullable
    Double threshold();

    /// One of `= < > <= >= !=`, between a score and the threshold.
    String thresholdOperator();
}
