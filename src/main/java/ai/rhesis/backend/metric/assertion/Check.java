package ai.rhesis.backend.metric.assertion;

import ai.rhesis.backend.metric.evaluation.Evidence;

/// An assertion with its value and threshold, ready to judge.
@FunctionalInterface
interface Check {

    /// @throws UnjudgeableException when it can't say
    Finding judge(Evidence evidence);

    /// A check of what the target said.
    static Check ofText(TextCheck check) {
        return evidence -> check.judge(Texts.outputOf(evidence));
    }

    default Check negated() {
        return evidence -> judge(evidence).negated();
    }

    /// Judges what the target said.
    @FunctionalInterface
    interface TextCheck {

        Finding judge(String output);
    }
}
