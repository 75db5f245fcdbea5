package ai.rhesis.backend.suite.importing.dialect;

import ai.rhesis.backend.suite.importing.source.ListText;
import ai.rhesis.backend.suite.importing.source.SourceRow;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Goldens of DeepEval, under their names in Python and in JavaScript; in CSV its lists are texts cut by `|` or `;`.
final class DeepEval {

    /// Names that tell its files from others that have an `input`.
    static final Set<String> OF_GOLDENS = Set.of(
            "expected_output",
            "expectedOutput",
            "actual_output",
            "actualOutput",
            "retrieval_context",
            "retrievalContext",
            "additional_metadata",
            "additionalMetadata",
            "source_file",
            "sourceFile");

    private static final Set<String> LISTS =
            Set.of("context", "retrieval_context", "tools_called", "expected_tools", "source_files");

    private DeepEval() {}

    static FlatRow flatten(SourceRow row) {
        FlatRow flat = new FlatRow(row);
        row.values().properties().forEach(entry -> {
            String column =
                    entry.getKey().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
            JsonNode value = entry.getValue();
            flat.put(column, LISTS.contains(column) && value.isString() ? list(value.stringValue()) : value);
        });
        return flat;
    }

    private static JsonNode list(String cell) {
        ArrayNode written = ListText.read(cell);
        if (written != null) {
            return written;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Arrays.stream(cell.split(cell.contains("|") ? "\\|" : ";"))
                .filter(part -> !part.isBlank())
                .forEach(list::add);
        return list;
    }
}
