package ai.rhesis.backend.metric.assertion;

import ai.rhesis.backend.metric.evaluation.Scores;

/// The result of an assertion: a score, whether it is good enough, and a fact that explains both.
record AssertionResult(double score, boolean passes, String fact) {

    AssertionResult {
        score = Scores.rounded(score);
    }

    static AssertionResult of(boolean passes, String fact) {
        return new AssertionResult(passes ? 1 : 0, passes, fact);
    }

    /// Tells the fact of a comparison with a text, which may be long: `The output contains "x"`.
    static AssertionResult of(boolean passes, String verb, String negatedVerb, String value) {
        return of(passes, "The output %s \"%s\"".formatted(passes ? verb : negatedVerb, OutputText.shortened(value)));
    }

    /// Turns it into the result of the assertion with `not-` before its name.
    AssertionResult negated() {
        return new AssertionResult(1 - score, !passes, fact);
    }
}
