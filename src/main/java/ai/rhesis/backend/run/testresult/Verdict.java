package ai.rhesis.backend.run.testresult;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The verdict on a test. A test that could not be run or judged is an error, and no failure.
public enum Verdict {
    PASS("Pass"),
    FAIL("Fail"),
    ERROR("Error");

    @EnumeratedValue
    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    /// Sums up the metrics: one that could not judge makes an error, and so does none at all.
    public static Verdict of(Collection<MetricScore> scores) {
        if (scores.isEmpty() || scores.stream().anyMatch(MetricScore::isError)) {
            return ERROR;
        }
        return scores.stream().allMatch(MetricScore::passed) ? PASS : FAIL;
    }

    /// Returns the verdict that a status is called like; null when it is called otherwise.
    static @Nullable Verdict named(String status) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.text.equalsIgnoreCase(status))
                .findFirst()
                .orElse(null);
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
