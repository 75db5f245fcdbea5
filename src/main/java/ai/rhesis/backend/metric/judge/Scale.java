package ai.rhesis.backend.metric.judge;

import ai.rhesis.backend.metric.evaluation.Judgement;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a judge can say: a number, a category, or yes and no. Each gives its reason before it, for a model that has
/// reasoned judges better.
sealed interface Scale permits Numbers, Categories, YesOrNo {

    /// The scale of a metric; null when the metric can't have meant one.
    static @Nullable Scale of(MetricSnapshot metric) {
        return switch (metric.scoreType()) {
            case "numeric" -> Numbers.of(metric);
            case "categorical" -> Categories.of(metric);
            case "binary" -> new YesOrNo();
            default -> null;
        };
    }

    /// The name under which the verdict stands in the answer.
    String verdict();

    /// What the verdict may be, as a JSON Schema.
    ObjectNode values();

    /// How to judge on this scale, for the judge.
    String explanation();

    Judgement read(JsonNode answer);

    /// The form of the answer, as a JSON Schema.
    default ObjectNode schema() {
        ObjectNode schema = JsonMapper.shared().createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("reason").put("type", "string");
        properties.set(verdict(), values());
        schema.putArray("required").add("reason").add(verdict());
        return schema.put("additionalProperties", false);
    }
}
