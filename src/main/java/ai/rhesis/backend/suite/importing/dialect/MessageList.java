package ai.rhesis.backend.suite.importing.dialect;

import ai.rhesis.backend.suite.fileformat.ColumnName;
import ai.rhesis.backend.suite.importing.source.SourceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/// Conversations as lists of messages. The last message of the user is the prompt, the answer to it is expected, and
/// the messages before stay beside them.
final class MessageList {

    private static final String MESSAGES = "messages";
    private static final String CONTENTS = "contents";
    private static final Set<String> COLUMNS = Set.of(
            MESSAGES,
            "conversations",
            "conversation",
            CONTENTS,
            // whole requests, as those of a batch
            "body",
            "request",
            "input",
            "inputs",
            "prompt",
            "question",
            "query",
            "user_input",
            "chat",
            "dialog",
            "dialogue");
    private static final Set<String> USERS = Set.of("user", "human");
    private static final Set<String> ASSISTANTS = Set.of("assistant", "gpt", "ai", "bot", "model", "chatbot");
    private static final Set<String> SYSTEMS = Set.of("system", "developer");

    private MessageList() {}

    /// Tells whether a column that may hold a conversation does.
    static boolean isIn(String column, JsonNode value) {
        return COLUMNS.contains(ColumnName.normalized(column)) && isMessages(inside(value));
    }

    private static JsonNode inside(JsonNode value) {
        return !value.isObject()
                ? value
                : value.has(MESSAGES) ? value.path(MESSAGES) : value.has(CONTENTS) ? value.path(CONTENTS) : value;
    }

    private static boolean isMessages(JsonNode value) {
        return value.isArray()
                && !value.isEmpty()
                && StreamSupport.stream(value.spliterator(), false)
                        .allMatch(item -> !roleOf(item).isEmpty());
    }

    static FlatRow flatten(SourceRow row) {
        FlatRow flat = new FlatRow(row);
        boolean isRead = false;
        for (var entry : row.values().properties()) {
            String column = entry.getKey();
            if (!isRead && (column.equals(MESSAGES) || isIn(column, entry.getValue()))) {
                read(flat, column, inside(entry.getValue()));
                isRead = true;
            } else {
                flat.put(column, entry.getValue());
            }
        }
        return flat;
    }

    private static void read(FlatRow flat, String column, JsonNode messages) {
        List<JsonNode> all = messages.isArray() ? new ArrayList<>(messages.values()) : List.of();
        int asked = lastOf(USERS, all);
        if (asked < 0) {
            flat.remark(column, "holds no message of a user");
            return;
        }
        flat.put("user", text(flat, column, all.get(asked)));
        int answered = lastOf(ASSISTANTS, all);
        if (answered > asked) {
            flat.put("assistant", text(flat, column, all.get(answered)));
        }
        keepOthers(flat, column, all.subList(0, asked));
    }

    private static void keepOthers(FlatRow flat, String column, List<JsonNode> before) {
        ArrayNode history = JsonNodeFactory.instance.arrayNode();
        for (JsonNode message : before) {
            if (SYSTEMS.contains(roleOf(message)) && !flat.values().containsKey("system")) {
                flat.put("system", text(flat, column, message));
            } else {
                history.add(message);
            }
        }
        if (!history.isEmpty()) {
            flat.put("history", history);
            flat.remark(column, "is a conversation; its last question is the prompt, the rest stays as history");
        }
    }

    private static int lastOf(Set<String> roles, List<JsonNode> messages) {
        for (int place = messages.size() - 1; place >= 0; place--) {
            if (roles.contains(roleOf(messages.get(place)))) {
                return place;
            }
        }
        return -1;
    }

    /// Returns the role as OpenAI writes it, as ShareGPT does, or as LangChain and Ragas do.
    private static String roleOf(JsonNode message) {
        if (message.path("parts").isArray() && !message.has("role")) {
            // Gemini takes such contents for the user's
            return "user";
        }
        String type = message.path("type").asString("");
        boolean isRole = USERS.contains(type) || ASSISTANTS.contains(type) || SYSTEMS.contains(type);
        return message.path("role").asString(message.path("from").asString(isRole || type.equals("tool") ? type : ""));
    }

    /// Reads content, a text or a list of parts, of which the texts count.
    private static JsonNode text(FlatRow flat, String column, JsonNode message) {
        JsonNode content = Stream.of("content", "value", "parts")
                .map(message::path)
                .filter(found -> !found.isMissingNode())
                .findFirst()
                .orElse(MissingNode.getInstance());
        if (!content.isArray()) {
            return content;
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) {
            if (part.path("text").isString()) {
                text.append(text.isEmpty() ? "" : "\n").append(part.path("text").stringValue());
            } else {
                flat.remark(column, "holds a part that is not a text, which is left out");
            }
        }
        return JsonNodeFactory.instance.stringNode(text.toString());
    }
}
