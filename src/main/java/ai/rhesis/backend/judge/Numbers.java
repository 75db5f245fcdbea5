package ai.rhesis.backend.judge;

import ai.rhesis.backend.evaluation.Judgement;
import ai.rhesis.backend.metric.MetricSnapshot;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A number between two others, good enough from a threshold on; 0, 1 and the middle when the metric says nothing else.
record Numbers(double min, double max, double threshold, String operator) implements Scale {

    static @Nullable Numbers of(MetricSnapshot metric) {
        double min = Objects.requireNonNullElse(metric.minScore(), 0.0);
        double max = Objects.requireNonNullElse(metric.maxScore(), 1.0);
        double threshold = Objects.requireNonNullElse(metric.threshold(), (min + max) / 2);
        return min < max ? new Numbers(min, max, threshold, metric.thresholdOperator()) : null;
    }

    @Override
    public String verdict() {
        return "score";
    }

    @Override
    public ObjectNode values() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("type", "number")
                .put("minimum", plain(min))
                .put("maximum", plain(max));
    }

    @Override
    public String explanation() {
        String range = switch (operator) {
            case "<", "<=" -> "%s, the best, to %s, the worst";
            case "=", "!=" -> "%s to %s";
            default -> "%s, the worst, to %s, the best";
        };
        return "`score` is a number from "
                + range.formatted(plain(min).toPlainString(), plain(max).toPlainString()) + ".";
    }

    @Override
    public Judgement read(JsonNode answer) {
        double score = answer.path("score").asDouble();
        return Judgement.scored(score, isGood(score), answer.path("reason").asString());
    }

    private boolean isGood(double score) {
        return switch (operator) {
            case "=" -> score == threshold;
            case "!=" -> score != threshold;
            case "<" -> score < threshold;
            case "<=" -> score <= threshold;
            case ">" -> score > threshold;
            default -> score >= threshold;
        };
    }

    private static BigDecimal plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros();
    }
}
