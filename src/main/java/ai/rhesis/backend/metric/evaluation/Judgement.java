package ai.rhesis.backend.metric.evaluation;

import ai.rhesis.backend.integration.chat.Usage;
import org.jspecify.annotations.Nullable;

/// The judgement of a metric: a score and whether it is good enough, or why it could not say.
///
/// @param score a number; null for categories and errors
/// @param category the category chosen by a categorical metric
/// @param successful null where there is an error: a judge that could not answer never fails a test
/// @param error what went wrong, for people
/// @param errorType the kind of it, for programs
public record Judgement(
        @Nullable Double score,
        @Nullable String category,
        @Nullable Boolean successful,
        @Nullable String reason,
        @Nullable String error,
        @Nullable String errorType,
        Usage usage) {

    public static Judgement scored(double score, boolean successful, String reason) {
        return new Judgement(score, null, successful, reason, null, null, Usage.UNKNOWN);
    }

    public static Judgement error(String errorType, String error) {
        return new Judgement(null, null, null, null, error, errorType, Usage.UNKNOWN);
    }

    /// Adds what the judge used.
    public Judgement using(Usage used) {
        return new Judgement(score, category, successful, reason, error, errorType, used);
    }
}
