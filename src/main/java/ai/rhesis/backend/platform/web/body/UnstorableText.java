package ai.rhesis.backend.platform.web.body;

import ai.rhesis.backend.platform.persistence.StorableText;
import ai.rhesis.backend.platform.problem.Violation;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Finds the texts of a body that no database column can hold: with NUL, or with half a character.
final class UnstorableText {

    private UnstorableText() {}

    static void find(JsonNode tree, List<Violation> violations) {
        find(tree, "", violations);
    }

    private static void find(JsonNode node, String path, List<Violation> violations) {
        if (node.isObject()) {
            node.forEachEntry((key, value) -> {
                require(StorableText.isStorable(key), path, violations);
                find(value, path + "." + key, violations);
            });
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                find(node.get(index), path + "." + index, violations);
            }
        } else if (node.isString()) {
            require(StorableText.isStorable(node.stringValue()), path, violations);
        }
    }

    private static void require(boolean storable, String path, List<Violation> violations) {
        if (!storable && violations.size() < JsonBinder.MAX_VIOLATIONS) {
            violations.add(
                    Violation.ofBody(path, "value_error", "holds a character that can't be stored, such as NUL"));
        }
    }
}
