package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.platform.egress.CallException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import tools.jackson.databind.JsonNode;

/// What a model is asked.
///
/// @param answerSchema a JSON Schema that the answer must follow, null for free text
public record Chat(
        List<Message> messages,
        Map<String, Object> parameters,
        @Nullable JsonNode answerSchema) {

    /// A chat whose answer is free text.
    public static Chat of(List<Message> messages) {
        return new Chat(messages, Map.of(), null);
    }

    /// The same with these parameters, where it has no others.
    Chat over(Map<String, Object> defaults) {
        Map<String, Object> all = new HashMap<>(defaults);
        all.putAll(parameters);
        return new Chat(messages, all, answerSchema);
    }

    /// The same for a model that can't be bound to a schema: it is asked to follow it.
    Chat inWords() {
        if (answerSchema == null) {
            return this;
        }
        List<Message> more = new ArrayList<>(messages);
        more.addFirst(Message.system("Answer with one JSON object that follows this JSON Schema and with nothing else, "
                + "no explanation and no code fence: " + answerSchema));
        return new Chat(more, parameters, null);
    }

    List<org.springframework.ai.chat.messages.Message> toMessages() {
        return messages.stream().map(Chat::toMessage).toList();
    }

    private static org.springframework.ai.chat.messages.Message toMessage(Message message) {
        return switch (message.role()) {
            case "system" -> new SystemMessage(message.content());
            case "user" -> new UserMessage(message.content());
            case "assistant" -> new AssistantMessage(message.content());
            default -> throw CallException.configuration("a message has the unknown role " + message.role());
        };
    }
}
