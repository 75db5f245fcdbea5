package ai.rhesis.backend.metric.assertion;

import ai.rhesis.backend.metric.assertion.Assertion.ValueUse;
import ai.rhesis.backend.metric.evaluation.Evidence;
import ai.rhesis.backend.metric.evaluation.Judgement;
import ai.rhesis.backend.platform.compute.TooComplexException;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The assertions, and the judgement by the one that a metric's `class_name` names.
public final class Assertions {

    private Assertions() {}

    /// Lists the names of all assertions.
    public static Set<String> names() {
        return Collections.unmodifiableSet(AssertionCatalog.BY_NAME.keySet());
    }

    /// Tells the kind of score of an assertion: a number where it is compared with a threshold, else whether it passes.
    public static String scoreTypeOf(String name) {
        Assertion assertion = AssertionCatalog.BY_NAME.get(name);
        return assertion == null || assertion.threshold() == null ? "binary" : "numeric";
    }

    /// Judges an answer. It never throws for what a target answered: an answer that can't be judged is an
    /// error.
    public static Judgement judge(Criterion metric, Evidence evidence) {
        Assertion assertion = AssertionCatalog.BY_NAME.get(metric.className());
        if (assertion == null) {
            return Judgement.error("unknown_assertion", "There is no assertion " + metric.className());
        }
        try {
            AssertionResult result = AssertionBudget.bounded(
                    () -> assertion.prepare(terms(metric, evidence.expected())).judge(evidence));
            return Judgement.scored(result.score(), result.passes(), result.fact());
        } catch (UnjudgeableException reason) {
            return Judgement.error(reason.type(), String.valueOf(reason.getMessage()));
        } catch (TooComplexException bound) {
            return Judgement.error(UnjudgeableException.TOO_COMPLEX, "The judgement " + bound.getMessage());
        }
    }

    /// Tells what keeps the metric from ever judging; null when nothing does, as far as can be told before a test
    /// brings its expected response.
    public static @Nullable Flaw flawOf(Criterion metric) {
        Assertion assertion = Objects.requireNonNull(AssertionCatalog.BY_NAME.get(metric.className()));
        if (metric.groundTruthRequired() && assertion.value() != ValueUse.NONE) {
            return null;
        }
        try {
            AssertionBudget.bounded(() -> assertion.prepare(terms(metric, "")));
            return null;
        } catch (UnjudgeableException reason) {
            return new Flaw(reason.field(), String.valueOf(reason.getMessage()));
        } catch (TooComplexException bound) {
            return new Flaw("evaluation_prompt", "The value " + bound.getMessage());
        }
    }

    static Collection<Assertion> all() {
        return AssertionCatalog.BY_NAME.values();
    }

    private static Terms terms(Criterion metric, @Nullable String expected) {
        String value = metric.groundTruthRequired() ? expected : metric.evaluationPrompt();
        if (value == null) {
            throw UnjudgeableException.missing("expected_response", "The test has no expected response");
        }
        return new Terms(value, metric.threshold(), metric.thresholdOperator());
    }
}
