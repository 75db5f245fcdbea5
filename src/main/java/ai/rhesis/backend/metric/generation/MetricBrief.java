package ai.rhesis.backend.metric.generation;

import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.integration.provider.Frames;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The prompts for metrics.
final class MetricBrief {

    private static final String ROLE = """
            You write metrics by which a judge, a language model, decides whether the answers of an AI system are good. The judge \
            sees the test and the answer by itself; a metric has no placeholders.

            `name` has a few words. `description` says in two or three sentences what is measured and why that matters. \
            `evaluation_prompt` is the criterion: what a reader can point at in the answer, one point a line, and which \
            observation leads to which score. `evaluation_steps` are four to seven steps, one a line. `reasoning` says how the \
            judge gives reasons: what to quote, and what to do where evidence is missing. `explanation` says what it means for \
            the system to pass or fail.
            `score_type` is numeric, categorical or binary. A numeric one has min_score, max_score, threshold and \
            threshold_operator (one of = < > <= >= !=), a categorical one `categories` and those of them that pass as \
            `passing_categories`; what does not apply is null. `metric_scope` lists Single-Turn for single answers, Multi-Turn \
            for whole conversations, or both.

            %s

            Answer with one JSON object with these keys.""";

    private MetricBrief() {}

    static List<Message> ofNew(String prompt) {
        return List.of(
                Message.system(ROLE.formatted("Write the metric that is described.")),
                Message.user("The metric: " + prompt));
    }

    /// @param metric as clients read it
    static List<Message> ofChange(JsonNode metric, String prompt) {
        Frames frames = new Frames();
        ObjectNode shown = JsonMapper.shared().createObjectNode();
        WrittenMetric.KEYS.forEach(key -> shown.set(key, metric.path(key).isMissingNode() ? null : metric.path(key)));
        String role =
                ROLE.formatted("Change the metric that is shown as little as the wish demands, and give it whole.\n\n"
                        + frames.rule());
        return List.of(
                Message.system(role),
                Message.user(frames.around("metric", shown.toPrettyString()) + "\n\nWhat is to be better: " + prompt));
    }
}
