package ai.rhesis.backend.portal.explorer;

import ai.rhesis.backend.metric.evaluation.Judgement;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The verdict of several metrics together: a test passes when all that can judge let it pass.
///
/// @param error what kept the metrics from judging; null when one could
public record TreeVerdict(
        String label,
        String labeler,
        double modelScore,
        Map<String, Detail> metrics,
        @Nullable String error) {

    /// Sums judgements up, each under the name of its metric.
    static TreeVerdict of(Map<String, Judgement> judgements) {
        Map<String, Detail> details = new LinkedHashMap<>();
        String error = null;
        for (Map.Entry<String, Judgement> each : judgements.entrySet()) {
            Judgement judgement = each.getValue();
            if (judgement.error() == null) {
                details.put(each.getKey(), Detail.of(judgement));
            } else {
                error = each.getKey() + ": " + judgement.error();
            }
        }
        String labeler = String.join(", ", judgements.keySet());
        if (details.isEmpty()) {
            return new TreeVerdict("error", labeler, 0, details, error == null ? "no metric judges it" : error);
        }
        boolean passes = details.values().stream().allMatch(Detail::isSuccessful);
        double mean =
                details.values().stream().mapToDouble(Detail::score).average().orElse(0);
        return new TreeVerdict(passes ? "pass" : "fail", labeler, mean, details, null);
    }

    /// Returns what is kept in the metadata of the test.
    Map<String, Object> metadata() {
        return Map.of("label", label, "labeler", labeler, "model_score", modelScore, "metrics", metrics);
    }

    /// The verdict of one metric.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Detail(
            double score, boolean isSuccessful, @Nullable String reason) {

        static Detail of(Judgement judgement) {
            boolean isSuccessful = Boolean.TRUE.equals(judgement.successful());
            Double score = judgement.score();
            return new Detail(score == null ? (isSuccessful ? 1 : 0) : score, isSuccessful, judgement.reason());
        }
    }
}
