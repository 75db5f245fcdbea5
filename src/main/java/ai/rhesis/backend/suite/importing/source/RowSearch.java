package ai.rhesis.backend.suite.importing.source;

import ai.rhesis.backend.suite.fileformat.PromptfooText;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The search for the rows of a document: a list, an object in which one stands, or columns.
final class RowSearch {

    private static final List<String> LISTS =
            List.of("tests", "goldens", "conversational_goldens", "test_cases", "data", "rows", "items", "examples");

    private final JsonNode root;
    private final Expectation expected;

    RowSearch(JsonNode root, Expectation expected) {
        this.root = root;
        this.expected = expected;
    }

    ArrayNode rows() {
        ArrayNode columns = root.isArray() ? (ArrayNode) root : ColumnTree.of(root);
        if (columns != null) {
            return ColumnTree.fromRecords(columns);
        }
        ArrayNode named = named();
        if (named != null) {
            return ColumnTree.fromRecords(named);
        }
        ArrayNode inner = inner();
        if (inner != null) {
            return inner;
        }
        if (root.isObject() && !root.isEmpty()) {
            return JsonNodeFactory.instance.arrayNode().add(root);
        }
        throw Limits.refused(
                "holds no rows: a list of objects, or an object with one under " + String.join(", ", LISTS));
    }

    private @Nullable ArrayNode named() {
        for (String name : LISTS) {
            JsonNode found = root.path(name);
            if (found instanceof ArrayNode list) {
                return list;
            }
            if (isText(found) && (isFile(found) || !expected.isSurelyMetBy(names(root)))) {
                throw Limits.refused("names another file in " + name + ", which is never read; import that file");
            }
        }
        return null;
    }

    /// Finds the rows under a name that is not known: the only list of objects, else, in an object that is no test
    /// itself, objects that are tests or the only list of tests.
    private @Nullable ArrayNode inner() {
        List<Map.Entry<String, ArrayNode>> lists = lists();
        if (lists.size() == 1 && root.values().stream().noneMatch(RowSearch::isText)) {
            return lists.getFirst().getValue();
        }
        if (expected.isMetBy(names(root))) {
            return null;
        }
        ArrayNode keyed = keyed();
        if (keyed != null) {
            return keyed;
        }
        List<Map.Entry<String, ArrayNode>> ofTests = lists.stream()
                .filter(list -> expected.isMetBy(names(list.getValue().get(0))))
                .toList();
        if (ofTests.size() > 1) {
            throw Limits.refused("holds several lists that may be its tests (%s); import one of them"
                    .formatted(String.join(
                            ", ", ofTests.stream().map(Map.Entry::getKey).toList())));
        }
        return ofTests.isEmpty() ? null : ofTests.getFirst().getValue();
    }

    private List<Map.Entry<String, ArrayNode>> lists() {
        return root.propertyStream()
                .flatMap(entry ->
                        Stream.concat(Stream.of(entry), entry.getValue().propertyStream()))
                .filter(entry -> entry.getValue().isArray() && isOfRows(entry.getValue()))
                .map(entry -> Map.entry(entry.getKey(), (ArrayNode) entry.getValue()))
                .toList();
    }

    /// Makes rows of an object whose values are all objects, the first a test.
    private @Nullable ArrayNode keyed() {
        boolean isKeyed = !root.isEmpty() && root.values().stream().allMatch(JsonNode::isObject);
        if (!isKeyed || !expected.isMetBy(names(root.values().iterator().next()))) {
            return null;
        }
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        root.properties().forEach(entry -> {
            ObjectNode row = rows.addObject().put("id", entry.getKey());
            row.setAll((ObjectNode) entry.getValue());
        });
        return rows;
    }

    /// Names the columns of the first row that a value is or holds.
    private static List<String> names(JsonNode value) {
        return value instanceof ObjectNode object
                ? List.copyOf(Unfolding.of(object).getFirst().propertyNames())
                : List.of();
    }

    private static boolean isFile(JsonNode value) {
        return value.stringValue().startsWith(PromptfooText.FILE);
    }

    private static boolean isText(JsonNode value) {
        return value.isString() && !value.stringValue().isBlank();
    }

    /// Tells whether the items are rows, and not the messages of one conversation.
    private static boolean isOfRows(JsonNode list) {
        return !list.isEmpty()
                && list.valueStream().allMatch(item -> item.isObject() && !item.has("role") && !item.has("from"));
    }
}
