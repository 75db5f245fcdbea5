package ai.rhesis.backend.metric.assertion;

import org.jspecify.annotations.Nullable;

/// The part of a metric that an assertion has to know.
public interface Criterion {

    /// Returns the name of the assertion, such as `not-contains`.
    @Nullable
    String className();

    /// Returns the value of the assertion, unless the test has it.
    String evaluationPrompt();

    /// Tells whether the value is the response that the test expects.
    boolean groundTruthRequired();

    @Nullable
    Double threshold();

    /// Tells how a score is compared with the threshold: `= < > <= >= !=`.
    String thresholdOperator();
}
