package ai.rhesis.backend.suite.importing.mapping;

import ai.rhesis.backend.suite.fileformat.Column;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// The kinds of values that the columns of a file hold in its first rows.
///
/// @param texts columns with texts
/// @param objects columns with objects
/// @param lists columns with lists
public record ColumnValues(Set<String> texts, Set<String> objects, Set<String> lists) {

    static final ColumnValues UNKNOWN = new ColumnValues(Set.of(), Set.of(), Set.of());

    public static ColumnValues of(Collection<Map<String, JsonNode>> rows) {
        return new ColumnValues(
                columns(rows, JsonNode::isString), columns(rows, JsonNode::isObject), columns(rows, JsonNode::isArray));
    }

    private static Set<String> columns(Collection<Map<String, JsonNode>> rows, Predicate<JsonNode> kind) {
        Set<String> columns = new HashSet<>();
        rows.forEach(row -> row.forEach((column, value) -> {
            if (kind.test(value)) {
                columns.add(column);
            }
        }));
        return columns;
    }

    boolean isContainer(String column) {
        return objects.contains(column) || lists.contains(column);
    }

    /// Tells whether a target takes such values, so that a column of the right name alone spoils no row.
    boolean fit(String column, String target) {
        if (target.equals(MappingTarget.TEST)) {
            return column.startsWith("__") || objects.contains(column);
        }
        if (target.equals(Column.TAGS.header())) {
            return !objects.contains(column);
        }
        boolean isNumber = target.equals(Column.MIN_TURNS.header()) || target.equals(Column.MAX_TURNS.header());
        return !isNumber || !isContainer(column);
    }
}
