package ai.rhesis.backend.suite.importing.dialect;

import ai.rhesis.backend.suite.importing.source.Limits;
import ai.rhesis.backend.suite.importing.source.SourceRow;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Variables of promptfoo, of which a list of texts stands for a test each: every combination of such lists, the first
/// variable changing slowest.
final class PromptfooVariables {

    private static final String VARS = "vars";

    private PromptfooVariables() {}

    static List<SourceRow> expand(SourceRow row) {
        JsonNode options = row.values().path("options");
        if (!(row.values().path(VARS) instanceof ObjectNode vars)
                || options.path("disableVarExpansion").asBoolean(false)) {
            return List.of(row);
        }
        long count = 1;
        List<ObjectNode> combinations = List.of(vars);
        for (var entry : vars.properties()) {
            if (entry.getValue() instanceof ArrayNode values && isOfTexts(values)) {
                count *= values.size();
                Limits.requireRows(count);
                combinations = combined(combinations, entry.getKey(), values);
            }
        }
        return combinations.stream().map(each -> with(row, each)).toList();
    }

    // as promptfoo decides it: by the first value
    private static boolean isOfTexts(ArrayNode values) {
        return !values.isEmpty() && values.get(0).isString();
    }

    private static List<ObjectNode> combined(List<ObjectNode> before, String name, ArrayNode values) {
        List<ObjectNode> after = new ArrayList<>();
        for (ObjectNode vars : before) {
            for (JsonNode value : values) {
                ObjectNode copy = vars.objectNode();
                copy.setAll(vars);
                copy.set(name, value);
                after.add(copy);
            }
        }
        return after;
    }

    private static SourceRow with(SourceRow row, ObjectNode vars) {
        ObjectNode values = vars.objectNode();
        values.setAll(row.values());
        values.set(VARS, vars);
        return new SourceRow(row.number(), values, row.faults());
    }
}
