package ai.rhesis.backend.run.calibration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Everything that the verdicts of a judge follow from: prompt, threshold and all else of the metric, and the model
/// with its parameters. One character more makes it another judge.
record JudgeDefinition(@Nullable JsonNode metric, @Nullable JsonNode model) {

    /// Names and notes, which no judge sees.
    private static final List<String> UNSEEN_OF_METRIC = List.of("id", "name", "description", "metric_scope");

    private static final List<String> UNSEEN_OF_MODEL = List.of("name");

    JudgeDefinition {
        metric = seen(metric, UNSEEN_OF_METRIC);
        model = seen(model, UNSEEN_OF_MODEL);
    }

    private static @Nullable JsonNode seen(@Nullable JsonNode all, List<String> unseen) {
        if (!(all instanceof ObjectNode object)) {
            return null;
        }
        ObjectNode kept = object.deepCopy().without(unseen);
        kept.removeIf(JsonNode::isNull);
        return kept;
    }
}
