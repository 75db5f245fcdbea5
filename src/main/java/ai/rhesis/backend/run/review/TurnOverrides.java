package ai.rhesis.backend.run.review;

import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.run.review.ReviewTarget.TargetType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// The verdicts of reviews on the turns of a conversation, laid over the stored output, which stays as it is.
public final class TurnOverrides {

    private static final String TURNS = "conversation_summary";
    private static final String SUCCESS = "success";

    private TurnOverrides() {}

    /// Returns the output with the verdicts of the newest review of each turn.
    public static @Nullable JsonNode over(@Nullable JsonNode output, List<Review> reviews) {
        Map<String, Review> ofTurns = reviews.stream()
                .filter(review -> review.target().type() == TargetType.TURN)
                .collect(toMap(review -> String.valueOf(review.target().reference()), review -> review, (a, b) -> b));
        if (ofTurns.isEmpty() || !(output instanceof ObjectNode) || !(output.get(TURNS) instanceof ArrayNode)) {
            return output;
        }
        ObjectNode copy = ((ObjectNode) output).deepCopy();
        copy.path(TURNS).forEach(turn -> {
            Review review = ofTurns.get("Turn " + turn.path("turn").asString(""));
            if (review != null && turn instanceof ObjectNode object) {
                put(object, review);
            }
        });
        return copy;
    }

    private static void put(ObjectNode turn, Review review) {
        JsonNode original = turn.path(SUCCESS);
        boolean passes = review.rating().passes();
        if (original.isBoolean() && original.booleanValue() == passes) {
            return;
        }
        turn.put(SUCCESS, passes);
        new VerdictOverride(
                        original.isMissingNode() ? NullNode.instance : original,
                        review.id(),
                        review.user().userId(),
                        review.judgedAt())
                .writeTo(turn);
    }

    /// Returns an output as it was before reviews, from one that a client read and sends back.
    public static @Nullable JsonNode without(@Nullable JsonNode output) {
        if (!(output instanceof ObjectNode object) || !isOverridden(object)) {
            return output;
        }
        ObjectNode copy = object.deepCopy();
        copy.path(TURNS).forEach(turn -> {
            if (turn instanceof ObjectNode one) {
                restore(one);
            }
        });
        return copy;
    }

    private static boolean isOverridden(ObjectNode output) {
        return output.path(TURNS).valueStream().anyMatch(turn -> turn.has(VerdictOverride.KEY));
    }

    private static void restore(ObjectNode turn) {
        if (VerdictOverride.isIn(turn)) {
            JsonNode original = VerdictOverride.originalIn(turn);
            if (original.isNull() || original.isMissingNode()) {
                turn.remove(SUCCESS);
            } else {
                turn.set(SUCCESS, original);
            }
        }
        turn.remove(VerdictOverride.KEY);
    }
}
