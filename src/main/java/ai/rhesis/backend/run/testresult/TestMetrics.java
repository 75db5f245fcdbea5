package ai.rhesis.backend.run.testresult;

import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.run.review.VerdictOverride;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The judgements of all metrics about a result, as clients read and write them:
/// `{execution_time, metrics: {<name>: {id, name, class_name, backend, description, score, reason, is_successful,
/// threshold, …}}}`.
///
/// @param executionTime how long the target took, in milliseconds
public record TestMetrics(@Nullable Long executionTime, List<MetricScore> scores) {

    private static final int MAX_NAME_LENGTH = 255;
    private static final Set<String> KNOWN = Set.of(
            "id",
            "name",
            "score",
            "is_successful",
            "threshold",
            "reason",
            "error",
            "error_type",
            "duration_ms",
            VerdictOverride.KEY);

    private static final List<String> LABELS = List.of("class_name", "backend", "description");

    @JsonCreator
    static TestMetrics read(JsonNode tree) {
        JsonNode time = tree.path("execution_time");
        requireObject(tree);
        requireObject(tree.path("metrics"));
        List<MetricScore> scores = new ArrayList<>();
        tree.path("metrics").forEachEntry((name, metric) -> scores.add(score(name, metric)));
        return new TestMetrics(time.isNumber() ? time.asLong() : null, scores);
    }

    private static void requireObject(JsonNode node) {
        if (!node.isObject() && !node.isNull() && !node.isMissingNode()) {
            throw new IllegalArgumentException("an object");
        }
    }

    private static MetricScore score(String name, JsonNode metric) {
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH || !metric.isObject()) {
            throw new IllegalArgumentException("an object for each metric, under a name of 1 to 255 characters");
        }
        JsonNode score = metric.path("score");
        ObjectNode details = ((ObjectNode) metric).deepCopy().without(KNOWN);
        return new MetricScore(
                name,
                id(metric.path("id")),
                number(score.isBoolean() ? IntNode.valueOf(score.booleanValue() ? 1 : 0) : score),
                score.isString() ? score.stringValue() : null,
                success(metric),
                number(metric.path("threshold")),
                text(metric.path("reason")),
                text(metric.path("error")),
                text(metric.path("error_type")),
                metric.path("duration_ms").isNumber()
                        ? Long.valueOf(metric.path("duration_ms").asLong())
                        : null,
                Usage.UNKNOWN,
                details.isEmpty() ? null : details,
                MetricLabel.UNKNOWN,
                null);
    }

    /// Returns what the metric itself said, also from a judgement that was read with the override of a review.
    private static @Nullable Boolean success(JsonNode metric) {
        JsonNode said =
                VerdictOverride.isIn(metric) ? VerdictOverride.originalIn(metric) : metric.path("is_successful");
        return said.isBoolean() ? said.booleanValue() : null;
    }

    /// Returns the same as the metrics themselves said.
    TestMetrics automatic() {
        return new TestMetrics(
                executionTime, scores.stream().map(MetricScore::automatic).toList());
    }

    private static @Nullable Double number(JsonNode node) {
        if (!node.isNumber()) {
            return null;
        }
        double number = node.asDouble();
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("a number of 64 bits");
        }
        return number;
    }

    private static @Nullable UUID id(JsonNode id) {
        try {
            return id.isString() ? UUID.fromString(id.stringValue()) : null;
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    /// Tells whether both hold the same judgements of the same metrics, which `after` need not describe.
    static boolean same(@Nullable TestMetrics before, @Nullable TestMetrics after) {
        return before == null || after == null
                ? before == after
                : before.write().equals(described(after.write(), before.write().path("metrics")));
    }

    private static JsonNode described(JsonNode tree, JsonNode descriptions) {
        tree.path("metrics")
                .forEachEntry((name, metric) -> LABELS.stream()
                        .filter(label -> metric.path(label).isNull() && descriptions.has(name))
                        .forEach(label -> ((ObjectNode) metric)
                                .set(label, descriptions.path(name).path(label))));
        return tree;
    }

    @JsonValue
    JsonNode write() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("execution_time", executionTime);
        ObjectNode metrics = tree.putObject("metrics");
        scores.forEach(score -> metrics.set(score.name(), write(score)));
        return tree;
    }

    private static ObjectNode write(MetricScore score) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("id", score.metricId() == null ? null : score.metricId().toString());
        tree.put("name", score.name());
        tree.put("class_name", score.label().className());
        tree.put("backend", score.label().backend());
        tree.put("description", score.label().description());
        judgement(tree, score);
        if (score.details() instanceof ObjectNode details) {
            tree.setAll(details);
        }
        if (score.override() != null) {
            score.override().writeTo(tree);
        }
        return tree;
    }

    private static void judgement(ObjectNode tree, MetricScore score) {
        if (score.category() == null) {
            tree.put("score", score.score());
        } else {
            tree.put("score", score.category());
        }
        tree.put("reason", score.reason());
        tree.put("is_successful", score.successful());
        tree.put("threshold", score.threshold());
        if (score.error() != null) {
            tree.put("error", score.error());
            tree.put("error_type", score.errorType());
        }
        tree.put("duration_ms", score.durationMillis());
    }
}
