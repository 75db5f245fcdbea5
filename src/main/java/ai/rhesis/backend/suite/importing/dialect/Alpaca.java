package ai.rhesis.backend.suite.importing.dialect;

import ai.rhesis.backend.suite.fileformat.ColumnName;
import ai.rhesis.backend.suite.importing.source.SourceRow;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Sets of instructions as those of Alpaca and Dolly: an instruction, the input or context that it is about, and the
/// answer. The instruction with its input below it is what a user says.
final class Alpaca {

    static final String INSTRUCTION = "instruction";
    static final Set<String> ANSWERS = Set.of("output", "response", "completion", "answer", "target");

    private static final String INPUT = "input";
    private static final String CONTEXT = "context";

    private Alpaca() {}

    static FlatRow flatten(SourceRow row) {
        FlatRow flat = new FlatRow(row);
        String instruction = "";
        String below = "";
        for (var entry : row.values().properties()) {
            JsonNode value = entry.getValue();
            switch (ColumnName.normalized(entry.getKey())) {
                case INSTRUCTION -> instruction = value.asString("");
                case INPUT -> below = value.asString("");
                case CONTEXT -> {
                    below = below.isBlank() ? value.asString("") : below;
                    flat.put(entry.getKey(), value);
                }
                default -> flat.put(entry.getKey(), value);
            }
        }
        if (!instruction.isBlank()) {
            String whole = below.isBlank() ? instruction : instruction + "\n\n" + below;
            flat.put(INSTRUCTION, JsonNodeFactory.instance.stringNode(whole));
        }
        return flat;
    }
}
