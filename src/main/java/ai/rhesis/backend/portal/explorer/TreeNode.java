package ai.rhesis.backend.portal.explorer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A node of a tree: a test, or a topic, whose label is `topic_marker`.
///
/// @param topic the path of its topic; empty for none
/// @param label `pass`, `fail`, `error`, `topic_marker`, or empty
/// @param metrics what each metric said, by its name
public record TreeNode(
        UUID id,
        String topic,
        String input,
        String output,
        String label,
        String labeler,
        boolean toEval,
        double modelScore,
        @Nullable JsonNode metrics) {

    static final String TOPIC = "topic_marker";

    static TreeNode ofTopic(UUID id, String path) {
        return new TreeNode(id, path, "", "", TOPIC, "user", false, 0, null);
    }

    static TreeNode ofTest(UUID id, String topic, String input, JsonNode metadata) {
        JsonNode metrics = metadata.path("metrics");
        String label = metadata.path("label").asString("");
        return new TreeNode(
                id,
                topic,
                input,
                metadata.path("output").asString(""),
                label,
                metadata.path("labeler").asString("imported"),
                label.isEmpty(),
                metadata.path("model_score").asDouble(0),
                metrics.isObject() ? metrics : null);
    }

    /// Tells whether its topic is this one or below it.
    public boolean isUnder(String path) {
        return topic.equals(path) || topic.startsWith(path + "/");
    }
}
