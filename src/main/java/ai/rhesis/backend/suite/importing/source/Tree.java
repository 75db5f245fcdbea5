package ai.rhesis.backend.suite.importing.source;

import ai.rhesis.backend.suite.fileformat.PromptfooText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Rows of a document in JSON or YAML.
final class Tree {

    private static final List<String> NOT_READ = List.of("scenarios", "redteam", "prompts", "providers", "results");
    // as promptfoo's results hold the configuration that they are of
    private static final String CONFIGURATION = "config";
    private static final String TESTS = "tests";

    private Tree() {}

    static Source read(FileFormat format, JsonNode root, Expectation expected) {
        JsonNode document = root.path(CONFIGURATION).path(TESTS).isArray() ? root.path(CONFIGURATION) : root;
        ArrayNode list = new RowSearch(document, expected).rows();
        List<String> notices = new ArrayList<>(notices(document, list));
        notices.addAll(document == root ? List.of() : notices(root, list));
        return new Source(format, rows(list, new PromptfooDefaults(document)), notices);
    }

    private static List<SourceRow> rows(ArrayNode list, PromptfooDefaults defaults) {
        Limits.requireRows(list.size());
        FileBudget budget = new FileBudget();
        List<SourceRow> rows = new ArrayList<>();
        int number = 0;
        for (JsonNode item : list) {
            for (SourceRow row : rows(++number, item)) {
                rows.add(budget.spend(defaults.under(row)));
            }
            Limits.requireRows(rows.size());
        }
        return rows;
    }

    /// Makes rows of an item: mostly one.
    static List<SourceRow> rows(int number, JsonNode item) {
        if (item instanceof ObjectNode object) {
            return Unfolding.of(object).stream()
                    .map(row -> new SourceRow(number, row))
                    .toList();
        }
        boolean isFile = item.asString("").startsWith(PromptfooText.FILE);
        return List.of(new SourceRow(
                number,
                JsonNodeFactory.instance.objectNode(),
                List.of(isFile ? "names another file, which is never read; import that file" : "must be an object")));
    }

    private static List<String> notices(JsonNode root, ArrayNode rows) {
        Stream<String> others = NOT_READ.stream()
                .filter(name -> root.has(name) && root.get(name) != rows)
                .map(name -> name + ": not read, only the tests are");
        return Stream.concat(others, PromptfooDefaults.notices(root).stream()).toList();
    }
}
