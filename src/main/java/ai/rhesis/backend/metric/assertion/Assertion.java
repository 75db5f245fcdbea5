package ai.rhesis.backend.metric.assertion;

import org.jspecify.annotations.Nullable;

/// A way to judge an output without a model.
///
/// @param summary when it passes, in one sentence
/// @param threshold the default one; null where there is none
record Assertion(
        String name,
        String summary,
        ValueUse value,
        @Nullable Double threshold,
        Preparation preparation) {

    private static final String NOT = "not-";

    /// Makes an assertion about the output and a value.
    static Assertion comparing(String name, String summary, Preparation preparation) {
        return new Assertion(name, summary, ValueUse.REQUIRED, null, preparation);
    }

    /// Makes an assertion about the output, and a value where there is one.
    static Assertion perhapsComparing(String name, String summary, Preparation preparation) {
        return new Assertion(name, summary, ValueUse.OPTIONAL, null, preparation);
    }

    /// Makes an assertion about how close the output and a value are, against a threshold.
    static Assertion scoring(String name, String summary, double threshold, Preparation preparation) {
        return new Assertion(name, summary, ValueUse.REQUIRED, threshold, preparation);
    }

    /// Makes an assertion about the answer alone.
    static Assertion measuring(String name, String summary, Preparation preparation) {
        return new Assertion(name, summary, ValueUse.NONE, null, preparation);
    }

    /// @throws UnjudgeableException that says what is wrong with the terms
    Check prepare(Terms terms) {
        return preparation.prepare(terms);
    }

    Assertion negated() {
        return new Assertion(
                NOT + name,
                "Passes when " + name + " does not.",
                value,
                threshold,
                terms -> preparation.prepare(terms).negated());
    }

    /// The need of an assertion for a value.
    enum ValueUse {
        NONE,
        OPTIONAL,
        REQUIRED
    }

    /// A maker of a check from a value and a threshold.
    @FunctionalInterface
    interface Preparation {

        Check prepare(Terms terms);
    }
}
