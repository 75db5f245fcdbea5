package ai.rhesis.backend.run.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// The trace of a review that says otherwise than a metric or a turn of a conversation, laid beside the new verdict.
///
/// @param originalValue the verdict before the review; null where there was none
public record VerdictOverride(JsonNode originalValue, UUID reviewId, UUID overriddenBy, Instant overriddenAt) {

    /// The key under which it lies beside the verdict.
    public static final String KEY = "override";

    private static final String ORIGINAL_VALUE = "original_value";

    public static VerdictOverride of(
            @Nullable Boolean original, UUID reviewId, UUID overriddenBy, Instant overriddenAt) {
        JsonNode value = original == null ? NullNode.instance : BooleanNode.valueOf(original);
        return new VerdictOverride(value, reviewId, overriddenBy, overriddenAt);
    }

    /// Returns the verdict before the review that was written here; missing where nothing is overridden.
    public static JsonNode originalIn(JsonNode judged) {
        return judged.path(KEY).path(ORIGINAL_VALUE);
    }

    public static boolean isIn(JsonNode judged) {
        return judged.path(KEY).isObject();
    }

    public @Nullable Boolean originalVerdict() {
        return originalValue.isBoolean() ? originalValue.booleanValue() : null;
    }

    /// Writes it beside the verdict.
    public void writeTo(ObjectNode judged) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.set(ORIGINAL_VALUE, originalValue);
        tree.put("review_id", reviewId.toString());
        tree.put("overridden_by", overriddenBy.toString());
        tree.put("overridden_at", overriddenAt.toString());
        judged.set(KEY, tree);
    }
}
