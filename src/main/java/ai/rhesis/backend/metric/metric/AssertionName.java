package ai.rhesis.backend.metric.metric;

import ai.rhesis.backend.metric.assertion.Assertions;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/// The `class_name` of a metric: an assertion, the class of a judge of the SDK, or a mistake.
record AssertionName(String name) {

    private static final int MAX_TYPING_ERRORS = 2;

    static AssertionName of(@Nullable String className) {
        return new AssertionName(className == null ? "" : className);
    }

    /// Tells whether it is meant to be an assertion and is none: classes are written in CamelCase, and none is within
    /// two letters of an assertion.
    boolean isMistaken() {
        if (name.isEmpty() || Assertions.names().contains(name)) {
            return false;
        }
        return !Character.isUpperCase(name.charAt(0)) || distance(nearest()) <= MAX_TYPING_ERRORS;
    }

    /// Tells whether it is the class of a judge, which has no kind of score of its own.
    boolean isClass() {
        return name.isEmpty() || !isMistaken() && !Assertions.names().contains(name);
    }

    /// Says what is meant, and what is allowed.
    String suggestion() {
        return "is not an assertion; did you mean %s? Allowed are %s, and names of classes such as NumericJudge"
                .formatted(nearest(), String.join(", ", Assertions.names()));
    }

    private String nearest() {
        return Assertions.names().stream()
                .min(Comparator.comparingInt(this::distance))
                .orElseThrow();
    }

    private int distance(String assertion) {
        return LevenshteinDistance.getDefaultInstance().apply(name.toLowerCase(Locale.ROOT), assertion);
    }
}
