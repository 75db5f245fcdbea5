package ai.rhesis.backend.suite.importing.source;

import ai.rhesis.backend.suite.fileformat.PromptfooText;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Tables in JSON that are not a list of objects: columns of values, a list of lists under a line of names, a list of
/// texts.
final class ColumnTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String PROMPT = "prompt";
    private static final String COLUMNS = "columns";
    private static final String DATA = "data";

    private ColumnTree() {}

    /// Makes rows of columns; null when the document has none.
    static @Nullable ArrayNode of(JsonNode root) {
        if (root.path(COLUMNS) instanceof ArrayNode names && root.path(DATA) instanceof ArrayNode lines) {
            return isAll(names.values(), JsonNode::isString) ? rows(names, List.copyOf(lines.values())) : null;
        }
        if (!root.isObject() || root.size() < 2 || root.has("prompts") || root.has("providers")) {
            return null;
        }
        if (isAll(root.values(), ColumnTree::isColumn) && haveOneLength(root) && hasTexts(root)) {
            return turned((ObjectNode) root);
        }
        return isAll(root.values(), ColumnTree::isIndexed) && haveOneLength(root) ? turned((ObjectNode) root) : null;
    }

    /// Returns the list itself, or its lines and texts as objects.
    static ArrayNode fromRecords(ArrayNode list) {
        if (list.isEmpty()) {
            return list;
        }
        if (isAll(list.values(), ColumnTree::isPlainText)) {
            ArrayNode rows = NODES.arrayNode();
            list.forEach(text -> rows.addObject().set(PROMPT, text));
            return rows;
        }
        boolean isTable = list.size() > 1 && isAll(list.values(), JsonNode::isArray);
        return isTable && isAll(list.get(0).values(), JsonNode::isString)
                ? rows((ArrayNode) list.get(0), List.copyOf(list.values()).subList(1, list.size()))
                : list;
    }

    private static ArrayNode rows(ArrayNode names, List<JsonNode> lines) {
        Limits.requireRows(lines.size());
        Limits.requireColumns(names.size());
        ArrayNode rows = NODES.arrayNode();
        for (JsonNode line : lines) {
            ObjectNode row = rows.addObject();
            for (int place = 0; place < Math.min(names.size(), line.size()); place++) {
                row.set(names.get(place).stringValue(), line.get(place));
            }
        }
        return rows;
    }

    private static ArrayNode turned(ObjectNode columns) {
        int count = columns.values().iterator().next().size();
        Limits.requireRows(count);
        Limits.requireColumns(columns.size());
        ArrayNode rows = NODES.arrayNode();
        for (int place = 0; place < count; place++) {
            rows.addObject();
        }
        columns.properties().forEach(column -> {
            int place = 0;
            for (JsonNode value : column.getValue()) {
                ((ObjectNode) rows.get(place++)).set(column.getKey(), value);
            }
        });
        return rows;
    }

    private static boolean isColumn(JsonNode value) {
        return value.isArray() && !value.isEmpty();
    }

    private static boolean isIndexed(JsonNode value) {
        return value.isObject()
                && !value.isEmpty()
                && value.propertyStream().allMatch(entry -> entry.getKey().matches("[0-9]{1,9}"));
    }

    private static boolean isPlainText(JsonNode value) {
        return value.isString() && !value.stringValue().startsWith(PromptfooText.FILE);
    }

    private static boolean haveOneLength(JsonNode root) {
        return root.values().stream().mapToInt(JsonNode::size).distinct().count() == 1;
    }

    private static boolean hasTexts(JsonNode root) {
        return root.values().stream().anyMatch(column -> isAll(column.values(), JsonNode::isString));
    }

    private static boolean isAll(Collection<JsonNode> values, Predicate<JsonNode> kind) {
        return values.stream().allMatch(kind);
    }
}
