package ai.rhesis.backend.metric.judge;

import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.metric.evaluation.Judgement;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A scale of categories, some of which pass.
record Categories(List<String> all, List<String> passing) implements Scale {

    static @Nullable Categories of(MetricSnapshot metric) {
        return metric.categories().isEmpty() ? null : new Categories(metric.categories(), metric.passingCategories());
    }

    @Override
    public String verdict() {
        return "category";
    }

    @Override
    public ObjectNode values() {
        ObjectNode values = JsonMapper.shared().createObjectNode().put("type", "string");
        all.forEach(values.putArray("enum")::add);
        return values;
    }

    @Override
    public String explanation() {
        return "`category` is exactly one of: " + String.join(", ", all) + ".";
    }

    @Override
    public Judgement read(JsonNode answer) {
        String category = answer.path("category").asString();
        String reason = answer.path("reason").asString();
        return new Judgement(null, category, passing.contains(category), reason, null, null, Usage.UNKNOWN);
    }
}
