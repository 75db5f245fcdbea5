package ai.rhesis.backend.integration.endpoint.mapping;

import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.template.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The names that the templates of a request can use.
public record Variables(Map<String, @Nullable Object> values) {

    static final List<String> CONVERSATION = List.of("conversation_id", "session_id", "thread_id", "chat_id");
    static final String MESSAGES = "messages";

    private static final JsonMapper JSON = JsonMapper.shared();

    /// @param token the credential, for targets that want it in a place of their own
    public static Variables of(Question question, @Nullable String token) {
        Map<String, @Nullable Object> params = params(question);
        // a parameter is a variable too, where none of ours has its name
        Map<String, @Nullable Object> values = new HashMap<>(params);
        values.put("params", params);
        values.put("input", question.input());
        values.put(
                MESSAGES, question.messages().stream().map(Variables::message).toList());
        CONVERSATION.forEach(name -> values.put(name, question.conversationId()));
        values.put("auth_token", token);
        return new Variables(values);
    }

    /// Adds an instruction before all messages.
    Variables instructed(String instruction) {
        Map<String, @Nullable Object> more = new HashMap<>(values);
        ArrayList<Object> messages = new ArrayList<>();
        messages.add(message(Message.system(instruction)));
        messages.addAll((List<?>) Objects.requireNonNull(values.get(MESSAGES)));
        more.put(MESSAGES, messages);
        return new Variables(more);
    }

    private static Map<String, Object> message(Message message) {
        return Map.of("role", message.role(), "content", message.content());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> params(Question question) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(Values.of(JSON.valueToTree(question.values())));
    }

    /// Writes a value as a text: as JSON unless it is one.
    static String textOf(Object value) {
        return value instanceof String text ? text : Values.toJson(value).toString();
    }
}
