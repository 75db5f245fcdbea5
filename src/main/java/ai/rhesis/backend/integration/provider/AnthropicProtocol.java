package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.integration.provider.Reply.Ending;
import ai.rhesis.backend.platform.egress.CallException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The protocol of Anthropic, whose models are not bound to a schema but told of it in words.
final class AnthropicProtocol {

    static final String VERSION_HEADER = "Anthropic-Version";
    static final String VERSION = "2023-06-01";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int DEFAULT_MAX_TOKENS = 4096;
    private static final Set<String> NUMBERS = Set.of("temperature", "max_tokens", "top_p", "top_k");
    private static final Set<String> TEXTS = Set.of("stop", "stop_sequences");

    private AnthropicProtocol() {}

    static Reply chat(ProviderClient client, String modelName, Chat chat) {
        Chat asked = chat.over(Map.of("max_tokens", DEFAULT_MAX_TOKENS));
        ObjectNode request = JSON.createObjectNode().put("model", modelName);
        if (asked.hasSystemText()) {
            request.put("system", asked.systemText());
        }
        ArrayNode messages = request.putArray("messages");
        asked.withoutSystemText().forEach(message -> OpenAiProtocol.add(messages, message));
        asked.parameters().forEach((name, value) -> set(request, name, value));
        return read(client, client.post("/v1/messages", request));
    }

    private static void set(ObjectNode request, String name, Object value) {
        if (NUMBERS.contains(name)) {
            request.set(name, JSON.valueToTree(number(name, value)));
        } else if (TEXTS.contains(name)) {
            texts(value).forEach(request.withArray("stop_sequences")::add);
        } else {
            throw CallException.configuration("anthropic is called without the parameter " + name
                    + ": it knows temperature, max_tokens, top_p, top_k and stop_sequences");
        }
    }

    private static Number number(String name, Object value) {
        if (value instanceof Number number) {
            return number;
        }
        throw CallException.configuration("the parameter " + name + " must be a number");
    }

    private static List<String> texts(Object value) {
        return value instanceof Collection<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(value.toString());
    }

    private static Reply read(ProviderClient client, JsonNode answer) {
        JsonNode reason = answer.path("stop_reason");
        Ending ending = Envelope.endingOf(reason);
        String text = Envelope.textOf(answer.path("content"));
        if (text == null && ending == Ending.COMPLETE) {
            throw answer.path("content").isArray()
                    ? CallException.answer("the model gave no text (" + reason.asString("no stop_reason") + ")")
                    : client.unreadable();
        }
        return new Reply(text == null ? "" : text, ending, Envelope.usageOf(answer.path("usage")));
    }
}
