package ai.rhesis.backend.suite.importing.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Objects that are more than a row: those that tools wrap around one, and those that hold several.
final class Unfolding {

    /// Keys under which a tool puts the row, each with those that may stand beside it.
    private static final Map<String, Set<String>> WRAPPERS = Map.of(
            // the datasets server of Hugging Face
            "row", Set.of("row_idx", "truncated_cells"),
            // the evaluations of OpenAI
            "item", Set.of("sample", "id", "created_at"),
            // the states of HELM
            "instance",
                    Set.of(
                            "request",
                            "result",
                            "train_trial_index",
                            "request_mode",
                            "reference_index",
                            "output_mapping",
                            "num_train_instances",
                            "num_conditioning_tokens",
                            "prompt_truncated",
                            "annotations"));

    /// Keys of lists of rows inside of a row. What stands beside them belongs to each of these rows.
    private static final List<String> LISTS = List.of(
            // SQuAD, QuAC
            "paragraphs",
            "qas",
            // DROP
            "qa_pairs",
            // Bedrock
            "conversationTurns");

    private Unfolding() {}

    static List<ObjectNode> of(ObjectNode object) {
        ObjectNode row = unwrapped(object);
        for (String name : LISTS) {
            if (row.path(name) instanceof ArrayNode inner && isOfObjects(inner)) {
                return writtenOut(row, name, inner);
            }
        }
        return List.of(row);
    }

    private static ObjectNode unwrapped(ObjectNode object) {
        for (var wrapper : WRAPPERS.entrySet()) {
            if (object.path(wrapper.getKey()) instanceof ObjectNode row
                    && object.propertyNames().stream()
                            .allMatch(key -> key.equals(wrapper.getKey())
                                    || wrapper.getValue().contains(key))) {
                return row;
            }
        }
        return object;
    }

    private static List<ObjectNode> writtenOut(ObjectNode outer, String name, ArrayNode inner) {
        Limits.requireColumns(outer.size());
        List<ObjectNode> rows = new ArrayList<>();
        for (JsonNode item : inner) {
            ObjectNode whole = outer.objectNode();
            whole.setAll(outer);
            whole.remove(name);
            whole.setAll((ObjectNode) item);
            rows.addAll(of(whole));
            Limits.requireRows(rows.size());
        }
        return rows;
    }

    private static boolean isOfObjects(ArrayNode list) {
        return !list.isEmpty() && list.values().stream().allMatch(JsonNode::isObject);
    }
}
