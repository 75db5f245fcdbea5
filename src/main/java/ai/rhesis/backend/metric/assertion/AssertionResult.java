package ai.rhesis.backend.metric.assertion;

import ai.rhesis.backend.metric.evaluation.Scores;

/// What an assertion found: a score, whether it is good enough, and a fact that explains both.
record AssertionResult(double score, boolean passes, String fact) {

    AssertionResult {
        score = Scores.rounded(score);
    }

    static AssertionResult of(boolean passes, String fact) {
        return new AssertionResult(passes ? 1 : 0, passes, fact);
    }

    /// The fact of a comparison with a text, which may be long: `The output contains "x"`.
    static AssertionResult of(boolean passes, String verb, String negatedVerb, String value) {
        return of(passes, "The output %s \"%s\"".formatted(passes ? verb : negatedVerb, OutputText.shortened(value)));
    }

    /// The finding of the assertion with `not-` before its name.
    AssertionResult negated() {
        return new AssertionResult(1 - score, !passes, fact);
    }
}
