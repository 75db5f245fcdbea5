package ai.rhesis.backend.integration.chat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A question to a target: the newest input, the messages before and with it, and the conversation it belongs to.
///
/// @param params values that the mapping reaches as `{{ params.name }}`
public record Question(
        String input, List<Message> messages, @Nullable String conversationId, Map<String, Object> params) {

    /// Returns the same question with these values for the mapping.
    public Question with(Map<String, Object> values) {
        return new Question(input, messages, conversationId, values);
    }

    /// Creates a question without history.
    public static Question of(String input) {
        return new Question(input, List.of(Message.user(input)), null, Map.of());
    }
}
