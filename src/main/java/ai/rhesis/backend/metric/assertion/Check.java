package ai.rhesis.backend.metric.assertion;

import ai.rhesis.backend.metric.evaluation.Evidence;

/// An assertion with its value and threshold, ready to judge.
@FunctionalInterface
interface Check {

    /// @throws UnjudgeableException when it can't say
    AssertionResult judge(Evidence evidence);

    /// Makes a check of what the target said.
    static Check ofText(TextCheck check) {
        return evidence -> check.judge(OutputText.outputOf(evidence));
    }

    default Check negated() {
        return evidence -> judge(evidence).negated();
    }

    /// A judge of what the target said.
    @FunctionalInterface
    interface TextCheck {

        AssertionResult judge(String output);
    }
}
