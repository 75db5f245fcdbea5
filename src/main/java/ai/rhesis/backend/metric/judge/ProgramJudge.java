package ai.rhesis.backend.metric.judge;

import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.integration.connector.ConnectorCalls;
import ai.rhesis.backend.integration.connector.MetricCall;
import ai.rhesis.backend.integration.connector.MetricReply;
import ai.rhesis.backend.metric.evaluation.Evidence;
import ai.rhesis.backend.metric.evaluation.Judgement;
import ai.rhesis.backend.metric.evaluation.ThresholdOperator;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// A connected program as the judge of results.
@Component
public class ProgramJudge {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final ConnectorCalls calls;

    ProgramJudge(ConnectorCalls calls) {
        this.calls = calls;
    }

    /// Judges a result by a metric of a program.
    ///
    /// @param projectId whose program is asked first; null for that of any
    /// @throws ai.rhesis.backend.platform.egress.CallException when no program answers, or its function fails
    public Judgement judge(MetricSnapshot metric, Evidence evidence, @Nullable UUID projectId) {
        String name = Objects.requireNonNullElse(metric.className(), metric.name());
        MetricReply reply = calls.callMetric(new MetricCall(projectId, name, inputs(evidence)), TIMEOUT);
        JsonNode score = reply.score();
        String reason = Objects.requireNonNullElseGet(reply.reason(), () -> "The program scored " + score);
        if (metric.scoreType().equals("categorical") && score.isString()) {
            return ofCategory(metric, score.stringValue(), reason);
        }
        if (!score.isNumber() && !score.isBoolean()) {
            return Judgement.error("invalid_answer", "The program's score is neither a number nor true or false");
        }
        double number = score.isBoolean() ? (score.booleanValue() ? 1 : 0) : score.doubleValue();
        boolean isGood = ThresholdOperator.of(metric.thresholdOperator()).holds(number, threshold(metric));
        return Judgement.scored(number, isGood, reason);
    }

    private static MetricCall.Inputs inputs(Evidence evidence) {
        return new MetricCall.Inputs(
                evidence.input(), evidence.output(), evidence.expected(), texts(evidence.context()));
    }

    private static List<String> texts(@Nullable JsonNode context) {
        return context == null || context.isNull()
                ? List.of()
                : context.isArray()
                        ? context.valueStream().map(ProgramJudge::text).toList()
                        : List.of(text(context));
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    private static Judgement ofCategory(MetricSnapshot metric, String category, String reason) {
        return metric.passingCategories().isEmpty()
                ? Judgement.error(
                        "configuration",
                        "the metric names no passing_categories, so nobody can tell whether %s is good"
                                .formatted(category))
                : new Judgement(
                        null,
                        category,
                        metric.passingCategories().contains(category),
                        reason,
                        null,
                        null,
                        Usage.UNKNOWN);
    }

    private static double threshold(MetricSnapshot metric) {
        return metric.threshold() == null ? 0 : metric.threshold();
    }
}
