package ai.rhesis.backend.suite.importing.dialect;

import ai.rhesis.backend.suite.importing.source.SourceRow;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Conversations as OpenAI takes them for training: the last thing a user says is the prompt, the answer to it what is
/// expected, and what was said before stays beside them.
final class OpenAiChat {

    private static final String MESSAGES = "messages";

    private OpenAiChat() {}

    static FlatRow flatten(SourceRow row) {
        FlatRow flat = new FlatRow(row);
        row.values().properties().forEach(entry -> {
            if (entry.getKey().equals(MESSAGES)) {
                read(flat, entry.getValue());
            } else {
                flat.put(entry.getKey(), entry.getValue());
            }
        });
        return flat;
    }

    private static void read(FlatRow flat, JsonNode messages) {
        List<JsonNode> all = messages.isArray() ? new ArrayList<>(messages.values()) : List.of();
        int asked = lastOf("user", all, all.size());
        if (asked < 0) {
            flat.remark(MESSAGES, "holds no message of a user");
            return;
        }
        flat.put("user", text(flat, all.get(asked)));
        int answered = lastOf("assistant", all, all.size());
        if (answered > asked) {
            flat.put("assistant", text(flat, all.get(answered)));
        }
        keepOthers(flat, all.subList(0, asked));
    }

    private static void keepOthers(FlatRow flat, List<JsonNode> before) {
        ArrayNode history = JsonNodeFactory.instance.arrayNode();
        for (JsonNode message : before) {
            boolean isSystem = isOf("system", message) || isOf("developer", message);
            if (isSystem && !flat.values().containsKey("system")) {
                flat.put("system", text(flat, message));
            } else {
                history.add(message);
            }
        }
        if (!history.isEmpty()) {
            flat.put("history", history);
            flat.remark(MESSAGES, "is a conversation; its last question is the prompt, the rest stays as history");
        }
    }

    private static int lastOf(String role, List<JsonNode> messages, int end) {
        for (int place = end - 1; place >= 0; place--) {
            if (isOf(role, messages.get(place))) {
                return place;
            }
        }
        return -1;
    }

    private static boolean isOf(String role, JsonNode message) {
        return message.path("role").asString("").equals(role);
    }

    /// Content is a text or a list of parts, of which the texts count.
    private static JsonNode text(FlatRow flat, JsonNode message) {
        JsonNode content = message.path("content");
        if (!content.isArray()) {
            return content;
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) {
            if (part.path("text").isString()) {
                text.append(text.isEmpty() ? "" : "\n").append(part.path("text").stringValue());
            } else {
                flat.remark(MESSAGES, "holds a part that is no text, which is left out");
            }
        }
        return JsonNodeFactory.instance.stringNode(text.toString());
    }
}
