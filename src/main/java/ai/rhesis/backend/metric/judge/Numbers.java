package ai.rhesis.backend.metric.judge;

import ai.rhesis.backend.metric.evaluation.Judgement;
import ai.rhesis.backend.metric.evaluation.ThresholdOperator;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A numeric scale with a threshold; from 0 to 1 with the middle as threshold when the metric says nothing else.
record Numbers(double min, double max, double threshold, ThresholdOperator operator) implements Scale {

    static @Nullable Numbers of(MetricSnapshot metric) {
        double min = Objects.requireNonNullElse(metric.minScore(), 0.0);
        double max = Objects.requireNonNullElse(metric.maxScore(), 1.0);
        double threshold = Objects.requireNonNullElse(metric.threshold(), (min + max) / 2);
        return min < max ? new Numbers(min, max, threshold, ThresholdOperator.of(metric.thresholdOperator())) : null;
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
            case BELOW, AT_MOST -> "%s, the best, to %s, the worst";
            case EQUAL, NOT_EQUAL -> "%s to %s";
            case ABOVE, AT_LEAST -> "%s, the worst, to %s, the best";
        };
        return "`score` is a number from "
                + range.formatted(plain(min).toPlainString(), plain(max).toPlainString()) + ".";
    }

    @Override
    public Judgement read(JsonNode answer) {
        double score = answer.path("score").asDouble();
        return Judgement.scored(
                score, operator.holds(score, threshold), answer.path("reason").asString());
    }

    private static BigDecimal plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros();
    }
}
