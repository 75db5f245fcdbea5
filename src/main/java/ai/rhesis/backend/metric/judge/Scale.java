package ai.rhesis.backend.metric.judge;

import ai.rhesis.backend.metric.evaluation.Judgement;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A scale of verdicts: numbers, categories, or yes and no. The reason comes before the verdict, because a model
/// that has reasoned judges better.
sealed interface Scale permits Numbers, Categories, YesOrNo {

    /// Chooses the scale of a metric; null when the metric has no usable one.
    static @Nullable Scale of(MetricSnapshot metric) {
        return switch (metric.scoreType()) {
            case "numeric" -> Numbers.of(metric);
            case "categorical" -> Categories.of(metric);
            case "binary" -> new YesOrNo();
            default -> null;
        };
    }

    /// Returns the key of the verdict in the answer.
    String verdict();

    /// Writes the JSON Schema of the verdict.
    ObjectNode values();

    /// Explains the scale to the judge.
    String explanation();

    Judgement read(JsonNode answer);

    /// Writes the JSON Schema of the answer.
    default ObjectNode schema() {
        ObjectNode schema = JsonMapper.shared().createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("reason").put("type", "string");
        properties.set(verdict(), values());
        schema.putArray("required").add("reason").add(verdict());
        return schema.put("additionalProperties", false);
    }
}
