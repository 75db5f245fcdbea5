package ai.rhesis.backend.trace.review;

import ai.rhesis.backend.run.review.Rating;
import ai.rhesis.backend.run.review.Review;
import ai.rhesis.backend.run.review.ReviewTarget.TargetType;
import ai.rhesis.backend.run.review.VerdictOverride;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The judgement of metrics on the result that a trace is of, with the reviews of its spans laid over it. The
/// result itself stays as it is.
///
/// @param verdict of the result; null without one
/// @param judged `{metrics{<name>: {is_successful, …}}}`; null without a result
/// @param reviews the oldest judgement first
public record TraceEvaluation(
        @Nullable String verdict, @Nullable JsonNode judged, List<Review> reviews) {

    private static final String ERROR = "Error";
    private static final String METRICS = "metrics";
    private static final String SUCCESS = "is_successful";

    /// Returns what reviews make of the verdict: a review of the whole wins, an error stays, else all metrics
    /// must pass as reviewed; null where they leave it.
    public @Nullable String reviewedStatus() {
        Rating whole = reviews.stream()
                .filter(Review::isOfWhole)
                .reduce((earlier, later) -> later)
                .map(Review::rating)
                .orElse(null);
        if (whole != null) {
            return whole.toString();
        }
        JsonNode metrics = overridden().path(METRICS);
        boolean changes = !ERROR.equals(verdict) && metrics.valueStream().anyMatch(VerdictOverride::isIn);
        return changes ? Rating.of(passes(metrics)).toString() : null;
    }

    /// Returns the metrics as clients look for them, under what they judged: a turn or a conversation; null
    /// where none judged.
    public @Nullable JsonNode metrics(boolean isConversation) {
        ObjectNode judgement = overridden();
        if (judgement.path(METRICS).isEmpty()) {
            return null;
        }
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.set(isConversation ? "conversation_metrics" : "turn_metrics", judgement);
        ObjectNode turns = turnOverrides();
        if (!turns.isEmpty()) {
            tree.set("turn_overrides", turns);
        }
        return tree;
    }

    private ObjectNode overridden() {
        ObjectNode copy =
                judged instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        JsonNode metrics = copy.path(METRICS);
        judgedMetrics()
                .forEachEntry((name, before) -> reviews.stream()
                        .filter(review -> isOf(review, TargetType.METRIC, name))
                        .reduce((earlier, later) -> later)
                        .ifPresent(
                                review -> put(review, before.path(SUCCESS), SUCCESS, (ObjectNode) metrics.path(name))));
        return copy;
    }

    private ObjectNode turnOverrides() {
        JsonNode automatic = JsonNodeFactory.instance.booleanNode(passes(judgedMetrics()));
        ObjectNode turns = JsonNodeFactory.instance.objectNode();
        reviews.stream()
                .filter(review -> review.target().type() == TargetType.TURN)
                .forEach(review -> {
                    ObjectNode turn = JsonNodeFactory.instance.objectNode();
                    put(review, automatic, "success", turn);
                    turns.set(String.valueOf(review.target().reference()).replaceAll("\\D", ""), turn);
                });
        turns.removeIf(JsonNode::isEmpty);
        return turns;
    }

    private JsonNode judgedMetrics() {
        return judged == null ? JsonNodeFactory.instance.objectNode() : judged.path(METRICS);
    }

    private static boolean isOf(Review review, TargetType type, String reference) {
        return review.target().type() == type
                && reference.equals(review.target().reference());
    }

    /// Writes the verdict of a review where it is another than the original.
    private static void put(Review review, JsonNode original, String key, ObjectNode into) {
        boolean passes = review.rating().passes();
        if (!original.isBoolean() || original.booleanValue() != passes) {
            into.put(key, passes);
            VerdictOverride.of(
                            original.isBoolean() ? original.booleanValue() : null,
                            review.id(),
                            review.user().userId(),
                            review.judgedAt())
                    .writeTo(into);
        }
    }

    private static boolean passes(JsonNode metrics) {
        return metrics.valueStream().allMatch(metric -> metric.path(SUCCESS).asBoolean(false));
    }
}
