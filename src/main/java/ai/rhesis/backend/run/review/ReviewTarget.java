package ai.rhesis.backend.run.review;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The part of a result or a span that a review is about.
///
/// @param reference the name of a metric, or the number of a turn such as `Turn 2`; null of the whole
public record ReviewTarget(
        @NotNull TargetType type, @Size(max = 255) @Nullable String reference) {

    public static final ReviewTarget RESULT = new ReviewTarget(TargetType.TEST_RESULT, null);
    public static final ReviewTarget TRACE = new ReviewTarget(TargetType.TRACE, null);

    /// Returns the key under which summaries hold what was last said about this target.
    String key() {
        return reference == null ? type.toString() : type + ":" + reference;
    }

    /// The kind of a target.
    public enum TargetType {
        @JsonProperty("test_result")
        @JsonAlias("test")
        TEST_RESULT,
        @JsonProperty("metric")
        METRIC,
        @JsonProperty("turn")
        TURN,
        @JsonProperty("trace")
        TRACE;

        boolean isWhole() {
            return this == TEST_RESULT || this == TRACE;
        }

        static TargetType of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
