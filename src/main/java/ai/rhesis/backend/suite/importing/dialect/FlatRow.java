package ai.rhesis.backend.suite.importing.dialect;

import ai.rhesis.backend.suite.importing.source.SourceRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One row as columns of values, and what can't be taken from it.
///
/// @param number where a person finds it in the file
/// @param faults what makes the row unfit
/// @param remarks what is kept as it is and not acted upon, by column
public record FlatRow(int number, Map<String, JsonNode> values, List<String> faults, List<Remark> remarks) {

    private static final String PROMPT = "prompt";
    private static final String CONTENT = PROMPT + ".content";
    private static final Set<String> OPENED = Set.of(PROMPT, "test_configuration");

    FlatRow(SourceRow row) {
        this(row.number(), new LinkedHashMap<>(), row.faults(), new ArrayList<>());
    }

    /// As it is, with a prompt or a configuration opened into its parts.
    static FlatRow of(SourceRow row) {
        FlatRow flat = new FlatRow(row);
        row.values().properties().forEach(entry -> {
            if (OPENED.contains(entry.getKey()) && entry.getValue() instanceof ObjectNode parts) {
                parts.properties().forEach(part -> flat.put(entry.getKey() + "." + part.getKey(), part.getValue()));
            } else {
                flat.put(entry.getKey(), entry.getValue());
            }
        });
        return flat;
    }

    /// Makes one column of the prompts where some rows have them as a text and others as an object.
    public static void alignPrompts(Collection<FlatRow> rows) {
        if (rows.stream().anyMatch(row -> row.values.containsKey(CONTENT))) {
            rows.stream()
                    .filter(row -> row.values.containsKey(PROMPT))
                    .forEach(row -> row.values.put(CONTENT, row.values.remove(PROMPT)));
        }
    }

    void put(String column, JsonNode value) {
        if (!value.isNull() && !value.isMissingNode()) {
            values.put(column, value);
        }
    }

    void remark(String column, String message) {
        remarks.add(new Remark(column, message));
    }

    /// Something worth knowing about a column of a row.
    public record Remark(String column, String message) {}
}
