package ai.rhesis.backend.integration.chat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A question to a target: the newest input, the messages before and with it, and the conversation it belongs to.
///
/// @param params values that the mapping reaches as `{{ params.name }}`
/// @param parameterSnapshot the run's parameters and where they come from, by the names of the run's attributes
public record Question(
        String input,
        List<Message> messages,
        @Nullable String conversationId,
        Map<String, Object> params,
        Map<String, @Nullable Object> parameterSnapshot) {

    public Question(String input, List<Message> messages, @Nullable String conversationId, Map<String, Object> params) {
        this(input, messages, conversationId, params, Map.of());
    }

    /// Returns the same question with these values for the mapping, and where a run has them from.
    public Question with(Map<String, Object> values, Map<String, @Nullable Object> snapshot) {
        return new Question(input, messages, conversationId, values, snapshot);
    }

    /// Creates a question without history.
    public static Question of(String input) {
        return new Question(input, List.of(Message.user(input)), null, Map.of());
    }
}
