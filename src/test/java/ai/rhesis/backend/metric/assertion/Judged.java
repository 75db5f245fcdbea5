package ai.rhesis.backend.metric.assertion;

import ai.rhesis.backend.metric.evaluation.Evidence;
import ai.rhesis.backend.metric.evaluation.Judgement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Judges outputs in tests.
record Judged(
        String className,
        String evaluationPrompt,
        @Nullable Double threshold,
        String thresholdOperator,
        boolean groundTruthRequired)
        implements Criterion {

    static Judged by(String name, String value) {
        return new Judged(name, value, null, ">=", false);
    }

    Judged from(double threshold) {
        return new Judged(className, evaluationPrompt, threshold, thresholdOperator, groundTruthRequired);
    }

    Judged comparedBy(String operator) {
        return new Judged(className, evaluationPrompt, threshold, operator, groundTruthRequired);
    }

    Judgement of(@Nullable String output) {
        return Assertions.judge(this, evidence(output, null, null));
    }

    Judgement ofCalls(String toolCalls) {
        return Assertions.judge(this, evidence("", null, JsonMapper.shared().readTree(toolCalls)));
    }

    Judgement of(Evidence evidence) {
        return Assertions.judge(this, evidence);
    }

    /// What judges, to be called with a budget.
    Check check() {
        return Assertions.all().stream()
                .filter(assertion -> assertion.name().equals(className))
                .findFirst()
                .orElseThrow()
                .prepare(new Terms(evaluationPrompt, threshold, thresholdOperator));
    }

    /// Whether it passes, and its negation doesn't.
    boolean passes(String output) {
        boolean passes = Boolean.TRUE.equals(of(output).successful());
        Judged negated =
                new Judged("not-" + className, evaluationPrompt, threshold, thresholdOperator, groundTruthRequired);
        if (Boolean.valueOf(passes).equals(negated.of(output).successful())) {
            throw new AssertionError("not-" + className + " is no negation");
        }
        return passes;
    }

    static Evidence evidence(@Nullable String output, @Nullable String expected, @Nullable JsonNode toolCalls) {
        return new Evidence("Hello", output, expected, null, null, toolCalls, List.of(), null, 250, 1_500L);
    }
}
