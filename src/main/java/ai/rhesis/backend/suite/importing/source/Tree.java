package ai.rhesis.backend.suite.importing.source;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Rows of a document: a list, or an object in which one stands under a usual name.
final class Tree {

    private static final List<String> LISTS =
            List.of("tests", "goldens", "conversational_goldens", "test_cases", "data", "rows", "items", "examples");
    private static final String DEFAULTS = "defaultTest";
    private static final List<String> NOT_READ = List.of("scenarios", "redteam", "prompts", "providers");

    private Tree() {}

    static Source read(FileFormat format, JsonNode root) {
        return new Source(format, rows(list(root), root.path(DEFAULTS)), notices(root));
    }

    private static ArrayNode list(JsonNode root) {
        if (root instanceof ArrayNode list) {
            return list;
        }
        for (String name : LISTS) {
            JsonNode found = root.path(name);
            if (found instanceof ArrayNode list) {
                return list;
            }
            if (found.isString()) {
                throw Limits.refused("names another file in " + name + ", which is never read; import that file");
            }
        }
        if (root.isObject() && !root.isEmpty()) {
            return JsonNodeFactory.instance.arrayNode().add(root);
        }
        throw Limits.refused("holds no rows: a list of objects, or an object with one under " + LISTS);
    }

    private static List<SourceRow> rows(ArrayNode list, JsonNode defaults) {
        Limits.requireRows(list.size());
        List<SourceRow> rows = new ArrayList<>();
        for (JsonNode item : list) {
            SourceRow row = row(rows.size() + 1, item);
            rows.add(defaults instanceof ObjectNode all && item.isObject() ? withDefaults(row, all) : row);
        }
        return rows;
    }

    static SourceRow row(int number, JsonNode item) {
        return item instanceof ObjectNode object
                ? new SourceRow(number, object)
                : new SourceRow(number, JsonNodeFactory.instance.objectNode(), List.of("must be an object"));
    }

    /// What promptfoo means for every test: objects are filled up, lists go on, anything else is only taken where the
    /// test says nothing.
    private static SourceRow withDefaults(SourceRow row, ObjectNode defaults) {
        ObjectNode whole = defaults.deepCopy();
        row.values().properties().forEach(entry -> {
            JsonNode before = whole.path(entry.getKey());
            if (before instanceof ObjectNode object && entry.getValue() instanceof ObjectNode more) {
                object.setAll(more);
            } else if (before instanceof ArrayNode array && entry.getValue() instanceof ArrayNode more) {
                array.addAll(more);
            } else {
                whole.set(entry.getKey(), entry.getValue());
            }
        });
        return new SourceRow(row.number(), whole, row.faults());
    }

    private static List<String> notices(JsonNode root) {
        return NOT_READ.stream()
                .filter(root::has)
                .map(name -> name + ": not read, only the tests are")
                .toList();
    }
}
