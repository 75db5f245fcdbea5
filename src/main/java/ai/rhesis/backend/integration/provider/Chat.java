package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.integration.chat.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A question to a model.
///
/// @param parameters in the provider's own words, such as `temperature` and `max_tokens`
/// @param answerSchema a JSON Schema that the answer must follow, null for free text
public record Chat(
        List<Message> messages,
        Map<String, Object> parameters,
        @Nullable JsonNode answerSchema) {

    private static final String SYSTEM = "system";

    /// Creates a chat whose answer is free text.
    public static Chat of(List<Message> messages) {
        return new Chat(messages, Map.of(), null);
    }

    /// Adds parameters where the chat has none of the same name.
    Chat over(Map<String, Object> defaults) {
        Map<String, Object> all = new HashMap<>(defaults);
        all.putAll(parameters);
        return new Chat(messages, all, answerSchema);
    }

    Chat without(String parameter) {
        Map<String, Object> others = new HashMap<>(parameters);
        others.remove(parameter);
        return new Chat(messages, others, answerSchema);
    }

    /// Gives a parameter another name.
    Chat renaming(String parameter, String name) {
        Object value = parameters.get(parameter);
        return value == null ? this : without(parameter).over(Map.of(name, value));
    }

    /// Asks for the schema in words, for a model that can't be bound to one.
    Chat inWords() {
        if (answerSchema == null) {
            return this;
        }
        List<Message> more = new ArrayList<>(messages);
        more.addFirst(Message.system("Answer with one JSON object that follows this JSON Schema and with nothing else, "
                + "no explanation and no code fence: " + answerSchema));
        return new Chat(more, parameters, null);
    }

    boolean hasSystemText() {
        return messages.stream().anyMatch(message -> message.role().equals(SYSTEM));
    }

    String systemText() {
        return messages.stream()
                .filter(message -> message.role().equals(SYSTEM))
                .map(Message::content)
                .collect(Collectors.joining("\n\n"));
    }

    List<Message> withoutSystemText() {
        return messages.stream()
                .filter(message -> !message.role().equals(SYSTEM))
                .toList();
    }

    /// Puts the system's text before the first text of the user, for a model that knows no system.
    Chat withSystemTextAsUser() {
        List<Message> others = new ArrayList<>(withoutSystemText());
        boolean begins = !others.isEmpty() && others.getFirst().role().equals("user");
        String first = begins ? "\n\n" + others.removeFirst().content() : "";
        others.addFirst(Message.user(systemText() + first));
        return new Chat(others, parameters, answerSchema);
    }
}
