package ai.rhesis.backend.suite.importing.dialect;

import ai.rhesis.backend.suite.fileformat.ColumnName;
import ai.rhesis.backend.suite.importing.source.JsonFile;
import ai.rhesis.backend.suite.importing.source.SourceRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Columns that hold objects with the input or the expected output inside, as `input.question`.
public final class Nesting {

    private static final Set<String> INPUTS =
            Set.of("input", "inputs", "messages", "conversations", "input_data", "example_input", "doc");
    private static final Set<String> OUTPUTS = Set.of(
            "expected",
            "expected_output",
            "expected_outputs",
            "expectations",
            "output",
            "outputs",
            "reference",
            "reference_output",
            "reference_outputs",
            "ground_truth",
            "target",
            "ideal",
            "answers");
    private static final int MAX_PARTS = 20;

    private Nesting() {}

    /// Reads the cells of a table in which tools have put inputs and outputs as JSON.
    public static List<SourceRow> readCells(List<SourceRow> rows) {
        Set<String> columns = new HashSet<>();
        rows.forEach(row -> columns.addAll(row.values().propertyNames()));
        List<String> inputs = holding(rows, columns, INPUTS);
        if (inputs.isEmpty()) {
            return rows;
        }
        List<String> all = new ArrayList<>(inputs);
        all.addAll(holding(rows, columns, OUTPUTS));
        return rows.stream().map(row -> read(row, all)).toList();
    }

    private static List<String> holding(List<SourceRow> rows, Set<String> columns, Set<String> names) {
        return columns.stream()
                .filter(column -> names.contains(ColumnName.normalized(column)))
                .filter(column -> rows.stream()
                        .map(row -> row.values().path(column))
                        .filter(JsonNode::isString)
                        .allMatch(cell -> isContainer(cell.stringValue())))
                .toList();
    }

    private static boolean isContainer(String cell) {
        boolean isLikely =
                cell.stripLeading().startsWith("{") || cell.stripLeading().startsWith("[");
        JsonNode read = isLikely ? JsonFile.parse(cell) : null;
        return read != null
                && (read.isObject() || read.isArray() && read.path(0).isObject());
    }

    private static SourceRow read(SourceRow row, List<String> columns) {
        ObjectNode values = row.values().deepCopy();
        for (String column : columns) {
            JsonNode read = values.path(column).isString()
                    ? JsonFile.parse(values.path(column).stringValue())
                    : null;
            if (read != null) {
                values.set(column, read);
            }
        }
        return new SourceRow(row.number(), values, row.faults());
    }

    /// Opens the columns that hold nothing but objects into their parts, where a part is a text.
    public static void open(List<FlatRow> rows) {
        Map<String, Set<String>> parts = new LinkedHashMap<>();
        Set<String> others = new HashSet<>();
        for (FlatRow row : rows) {
            row.values().forEach((column, value) -> {
                String name = ColumnName.normalized(column);
                if (!INPUTS.contains(name) && !OUTPUTS.contains(name) || !(value instanceof ObjectNode object)) {
                    others.add(column);
                } else {
                    parts.computeIfAbsent(column, none -> new HashSet<>()).addAll(texts(object));
                }
            });
        }
        parts.forEach((column, names) -> {
            if (!others.contains(column) && !names.isEmpty() && names.size() <= MAX_PARTS) {
                rows.forEach(row -> row.open(column));
            }
        });
    }

    private static List<String> texts(ObjectNode object) {
        return object.propertyStream()
                .filter(entry ->
                        entry.getValue().isString() || entry.getValue().path(0).isString())
                .map(Map.Entry::getKey)
                .toList();
    }
}
