package ai.rhesis.backend.suite.importing.dialect;

import ai.rhesis.backend.suite.fileformat.ColumnName;
import ai.rhesis.backend.suite.importing.source.SourceRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NumericNode;
import tools.jackson.databind.node.ObjectNode;

/// One row as columns of values.
///
/// @param number where a person finds it in the file
/// @param faults reasons for which the row can't be imported
/// @param remarks what is kept as it is and not acted upon, by column
public record FlatRow(int number, Map<String, JsonNode> values, List<String> faults, List<Remark> remarks) {

    private static final String PROMPT = "prompt";
    private static final String CONTENT = PROMPT + ".content";
    private static final Set<String> OPENED = Set.of(PROMPT, "test_configuration");

    FlatRow(SourceRow row) {
        this(row.number(), new LinkedHashMap<>(), row.faults(), new ArrayList<>());
    }

    /// Keeps a row as it is, with a prompt or a configuration opened into its parts.
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

    /// Keeps a row under other names of its columns.
    static FlatRow renamed(SourceRow row, Map<String, String> names) {
        FlatRow flat = new FlatRow(row);
        row.values()
                .properties()
                .forEach(entry -> flat.put(
                        names.getOrDefault(ColumnName.normalized(entry.getKey()), entry.getKey()), entry.getValue()));
        return flat;
    }

    /// Puts the parts of an object in its place, one level deep.
    void open(String column) {
        if (values.get(column) instanceof ObjectNode parts) {
            Map<String, JsonNode> before = new LinkedHashMap<>(values);
            values.clear();
            before.forEach((name, value) -> {
                if (name.equals(column)) {
                    parts.properties().forEach(part -> put(name + "." + part.getKey(), part.getValue()));
                } else {
                    values.put(name, value);
                }
            });
        }
    }

    /// Finds the value of a column, or of a part of one that is an object, as `input.question`.
    public @Nullable JsonNode find(String column) {
        JsonNode value = values.get(column);
        int dot = column.indexOf('.');
        if (value != null || dot < 0) {
            return value;
        }
        JsonNode part = values.get(column.substring(0, dot));
        return part == null ? null : part.get(column.substring(dot + 1));
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
        // NaN is how tables of Python write nothing
        if (!value.isNull() && !value.isMissingNode() && !(value instanceof NumericNode number && number.isNaN())) {
            values.put(column, value);
        }
    }

    void remark(String column, String message) {
        remarks.add(new Remark(column, message));
    }

    /// A thing to know about a column of a row.
    public record Remark(String column, String message) {}
}
