package ai.rhesis.backend.integration.chat;

import ai.rhesis.backend.integration.enclosure.Enclosure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A question to a target: the newest input, the messages before and with it, and the conversation it belongs to.
///
/// @param params values that the mapping reaches as `{{ params.name }}`
/// @param parameterSnapshot the run's parameters and where they come from, by the names of the run's attributes
/// @param files that go with it, which the mapping reaches as `{{ files }}`
public record Question(
        String input,
        List<Message> messages,
        @Nullable String conversationId,
        Map<String, Object> params,
        Map<String, @Nullable Object> parameterSnapshot,
        List<Enclosure> files) {

    /// The name of the files among the values.
    public static final String FILES = "files";

    public Question(String input, List<Message> messages, @Nullable String conversationId, Map<String, Object> params) {
        this(input, messages, conversationId, params, Map.of(), List.of());
    }

    /// Returns the same question with these values for the mapping, and where a run has them from.
    public Question with(Map<String, Object> values, Map<String, @Nullable Object> snapshot) {
        return new Question(input, messages, conversationId, values, snapshot, files);
    }

    /// Returns the same question with these files.
    public Question with(List<Enclosure> enclosed) {
        return new Question(input, messages, conversationId, params, parameterSnapshot, enclosed);
    }

    /// Returns the parameters, and the files where there are any.
    public Map<String, Object> values() {
        if (files.isEmpty()) {
            return params;
        }
        Map<String, Object> values = new HashMap<>(params);
        values.put(FILES, files.stream().map(Enclosure::values).toList());
        return values;
    }

    /// Creates a question without history.
    public static Question of(String input) {
        return new Question(input, List.of(Message.user(input)), null, Map.of());
    }
}
