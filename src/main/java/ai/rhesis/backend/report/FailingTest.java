package ai.rhesis.backend.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A result that did not pass, with all that tells why.
public record FailingTest(
        int number,
        String verdict,
        String name,
        String input,
        @Nullable String expected,
        @Nullable String output,
        @Nullable String error,
        @Nullable String requirement,
        @Nullable String category,
        @Nullable String topic,
        @Nullable String latency,
        boolean isRegression,
        List<Verdict> metrics) {

    /// What a filter compares with, in lower case.
    public String verdictKey() {
        return verdict.toLowerCase(Locale.ROOT);
    }

    /// All metrics that it did not satisfy, one a line.
    public String unsatisfied() {
        return String.join(
                "\n",
                metrics.stream()
                        .filter(metric -> !metric.isSuccessful())
                        .map(Verdict::name)
                        .toList());
    }

    /// What one metric said.
    public record Verdict(
            String name,
            @Nullable String score,
            @Nullable String threshold,
            boolean isSuccessful,
            @Nullable String reason,
            @Nullable String error) {

        public String mark() {
            return isSuccessful ? "passed" : error == null ? "failed" : "error";
        }
    }
}
