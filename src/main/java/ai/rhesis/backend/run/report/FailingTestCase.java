package ai.rhesis.backend.run.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import tools.jackson.databind.JsonNode;

/// A result that did not pass, with all that tells why.
///
/// @param position its place in the run
/// @param prompt what was said to the target; null for a test over several turns
/// @param script what a test over several turns is after
/// @param answer the stored output
/// @param isRegression whether it is worse than in the run that this one is compared with
public record FailingTestCase(
        long position,
        String verdict,
        @Nullable String givenName,
        @Nullable String prompt,
        JsonNode script,
        @Nullable String expected,
        JsonNode answer,
        @Nullable String problem,
        @Nullable String requirement,
        @Nullable String category,
        @Nullable String topic,
        @Nullable Long latencyMillis,
        boolean isRegression,
        List<MetricVerdict> metrics) {

    private static final int TITLE_LENGTH = 100;

    /// Returns its name, else the beginning of its input.
    public String name() {
        String title = StringUtils.hasText(givenName)
                ? givenName
                : input().lines().findFirst().orElse("Test");
        return title.length() <= TITLE_LENGTH ? title : title.substring(0, TITLE_LENGTH) + "…";
    }

    public String input() {
        return prompt == null ? script.path("goal").asString("") : prompt;
    }

    /// Returns the target's answer; of a conversation, all turns.
    public @Nullable String output() {
        return Outputs.text(answer);
    }

    public @Nullable String latency() {
        return latencyMillis == null ? null : Figures.millis(latencyMillis);
    }

    /// Returns the text that a filter compares with, in lower case.
    public String verdictKey() {
        return verdict.toLowerCase(Locale.ROOT);
    }

    /// Returns all metrics that it did not satisfy, one a line.
    public String unsatisfied() {
        return String.join(
                "\n",
                metrics.stream()
                        .filter(metric -> !metric.isSatisfied())
                        .map(MetricVerdict::name)
                        .toList());
    }
}
