package ai.rhesis.backend.suite.importing.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Rows of a document: a list, an object in which one stands, or columns.
final class Tree {

    private static final List<String> LISTS =
            List.of("tests", "goldens", "conversational_goldens", "test_cases", "data", "rows", "items", "examples");
    private static final List<String> NOT_READ = List.of("scenarios", "redteam", "prompts", "providers");
    // as the datasets server of Hugging Face wraps each row
    private static final String WRAPPED = "row";
    private static final String WRAPPED_INDEX = "row_idx";
    // as the evaluations of OpenAI do
    private static final String ITEM = "item";
    private static final Set<String> BESIDE_ITEMS = Set.of(ITEM, "sample", "id", "created_at");

    private Tree() {}

    static Source read(FileFormat format, JsonNode root) {
        return new Source(format, rows(list(root), new PromptfooDefaults(root)), notices(root));
    }

    private static ArrayNode list(JsonNode root) {
        if (root instanceof ArrayNode list) {
            return ColumnTree.fromRecords(list);
        }
        ArrayNode columns = ColumnTree.of(root);
        if (columns != null) {
            return columns;
        }
        for (String name : LISTS) {
            JsonNode found = root.path(name);
            if (found instanceof ArrayNode list) {
                return ColumnTree.fromRecords(list);
            }
            if (found.isString()) {
                throw Limits.refused("names another file in " + name + ", which is never read; import that file");
            }
        }
        return inner(root);
    }

    /// Finds the only list of objects in an object, whatever its name, or else takes the object as the only row.
    private static ArrayNode inner(JsonNode root) {
        List<ArrayNode> lists = root.values().stream()
                .flatMap(value ->
                        value.isObject() ? Stream.concat(Stream.of(value), value.values().stream()) : Stream.of(value))
                .filter(value -> value.isArray() && !value.isEmpty() && isOfRows(value))
                .map(ArrayNode.class::cast)
                .toList();
        boolean isAlone = lists.size() == 1 && root.values().stream().noneMatch(Tree::isText);
        if (root.isObject() && isAlone) {
            return lists.getFirst();
        }
        if (root.isObject() && !root.isEmpty()) {
            return JsonNodeFactory.instance.arrayNode().add(root);
        }
        throw Limits.refused(
                "holds no rows: a list of objects, or an object with one under " + String.join(", ", LISTS));
    }

    private static boolean isText(JsonNode value) {
        return value.isString() && !value.stringValue().isBlank();
    }

    /// Tells whether the items are rows, and not the messages of one conversation.
    private static boolean isOfRows(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .allMatch(item -> item.isObject() && !item.has("role") && !item.has("from"));
    }

    private static List<SourceRow> rows(ArrayNode list, PromptfooDefaults defaults) {
        Limits.requireRows(list.size());
        FileBudget budget = new FileBudget();
        List<SourceRow> rows = new ArrayList<>();
        for (JsonNode item : list) {
            rows.add(budget.spend(defaults.under(row(rows.size() + 1, item))));
        }
        return rows;
    }

    static SourceRow row(int number, JsonNode item) {
        if (item instanceof ObjectNode object) {
            return new SourceRow(number, unwrapped(object));
        }
        boolean isFile = item.asString("").startsWith("file://");
        return new SourceRow(
                number,
                JsonNodeFactory.instance.objectNode(),
                List.of(isFile ? "names another file, which is never read; import that file" : "must be an object"));
    }

    private static ObjectNode unwrapped(ObjectNode object) {
        if (object.has(WRAPPED_INDEX) && object.path(WRAPPED) instanceof ObjectNode row) {
            return row;
        }
        boolean isItem = BESIDE_ITEMS.containsAll(object.propertyNames());
        return isItem && object.path(ITEM) instanceof ObjectNode item ? item : object;
    }

    private static List<String> notices(JsonNode root) {
        Stream<String> others =
                NOT_READ.stream().filter(root::has).map(name -> name + ": not read, only the tests are");
        return Stream.concat(others, PromptfooDefaults.notices(root).stream()).toList();
    }
}
