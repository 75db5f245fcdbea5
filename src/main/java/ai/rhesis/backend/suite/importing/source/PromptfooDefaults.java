package ai.rhesis.backend.suite.importing.source;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The `defaultTest` of a promptfoo configuration, laid under every test: objects are filled up, lists go on, anything
/// else is only taken where the test says nothing.
final class PromptfooDefaults {

    private static final String KEY = "defaultTest";
    private static final String ASSERT = "assert";

    private final @Nullable ObjectNode defaults;

    PromptfooDefaults(JsonNode root) {
        defaults = root.path(KEY) instanceof ObjectNode object ? object : null;
    }

    /// Names the file that the defaults are in, which is never read.
    static List<String> notices(JsonNode root) {
        JsonNode named = root.path(KEY);
        return named.isString()
                ? List.of("%s: %s is another file, which is never read; its defaults are missing"
                        .formatted(KEY, named.stringValue()))
                : List.of();
    }

    SourceRow under(SourceRow row) {
        if (defaults == null || !row.faults().isEmpty()) {
            return row;
        }
        ObjectNode whole = defaults.deepCopy();
        if (row.values().path("options").path("disableDefaultAsserts").asBoolean(false)) {
            whole.remove(ASSERT);
        }
        row.values().properties().forEach(entry -> lay(whole, entry.getKey(), entry.getValue()));
        return new SourceRow(row.number(), whole, row.faults());
    }

    private static void lay(ObjectNode whole, String key, JsonNode value) {
        JsonNode before = whole.path(key);
        if (before instanceof ObjectNode object && value instanceof ObjectNode more) {
            object.setAll(more);
        } else if (before instanceof ArrayNode array && value instanceof ArrayNode more) {
            array.addAll(more);
        } else {
            whole.set(key, value);
        }
    }
}
