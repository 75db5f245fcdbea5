package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.integration.provider.Reply.Ending;
import ai.rhesis.backend.platform.egress.CallException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The protocol of OpenAI, which most providers and servers speak. Parameters go into the request as they are.
final class OpenAiProtocol {

    /// The numbers of one embedding. Models give up to 4,096; an answer of a megabyte could hold half a million, and
    /// callers hold a hundred embeddings at a time.
    static final int MAX_NUMBERS = 10_000;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> OWN_KEYS = Set.of("model", "messages", "stream");
    private static final Set<String> ROLES = Set.of("system", "user", "assistant");

    private static final Set<String> BROKEN = Set.of("error", "abort");

    private OpenAiProtocol() {}

    static Reply chat(ProviderClient client, String modelName, Chat chat) {
        ObjectNode request = JSON.createObjectNode().put("model", modelName);
        ArrayNode messages = request.putArray("messages");
        chat.messages().forEach(message -> add(messages, message));
        chat.parameters().forEach((name, value) -> set(request, name, value));
        if (chat.answerSchema() != null) {
            bind(request, chat.answerSchema());
        }
        return read(client, client.post("/chat/completions", request));
    }

    /// Asks for the embedding of a text.
    ///
    /// @throws CallException also when there are none of its numbers, or more than 10,000
    static Embedding embed(ProviderClient client, String modelName, String text) {
        ObjectNode request = JSON.createObjectNode().put("model", modelName).put("input", text);
        JsonNode answer = client.post("/embeddings", request);
        JsonNode numbers = List.of("/data/0/embedding", "/embeddings/0", "/embedding").stream()
                .map(answer::at)
                .filter(JsonNode::isArray)
                .findFirst()
                .orElseThrow(client::unreadable);
        if (numbers.size() > MAX_NUMBERS) {
            throw CallException.answer("the model gave an embedding of more than %,d numbers".formatted(MAX_NUMBERS));
        }
        return new Embedding(
                numbers.valueStream().map(JsonNode::asDouble).toList(), Envelope.usageOf(answer.path("usage")));
    }

    static void add(ArrayNode messages, Message message) {
        if (!ROLES.contains(message.role())) {
            throw CallException.configuration("a message has the unknown role " + message.role());
        }
        messages.addObject().put("role", message.role()).put("content", message.content());
    }

    private static void set(ObjectNode request, String name, Object value) {
        if (OWN_KEYS.contains(name)) {
            throw CallException.configuration("the parameter " + name + " can't be set");
        }
        request.set(name, JSON.valueToTree(value));
    }

    private static void bind(ObjectNode request, JsonNode schema) {
        request.putObject("response_format")
                .put("type", "json_schema")
                .putObject("json_schema")
                .put("name", "answer")
                .put("strict", true)
                .set("schema", schema);
    }

    private static Reply read(ProviderClient client, JsonNode answer) {
        JsonNode choice = answer.path("choices").path(0);
        requireNotBroken(client, choice.path("finish_reason").asString(""));
        JsonNode message = choice.path("message");
        String text = textOf(choice, message);
        String refusal = refusalOf(message);
        boolean isRefused = (text == null || text.isBlank()) && refusal != null && !refusal.isBlank();
        Ending ending = isRefused ? Ending.REFUSED : Envelope.endingOf(choice.path("finish_reason"));
        String said = isRefused ? refusal : text;
        if (said == null && ending == Ending.COMPLETE) {
            throw noText(client, answer, choice);
        }
        return new Reply(said == null ? "" : said, ending, Envelope.usageOf(answer.path("usage")));
    }

    private static void requireNotBroken(ProviderClient client, String reason) {
        if (BROKEN.contains(reason)) {
            throw client.broken(reason);
        }
    }

    private static @Nullable String refusalOf(JsonNode message) {
        String refusal = Envelope.textOf(message.path("refusal"));
        return refusal == null ? Envelope.refusalIn(message.path("content")) : refusal;
    }

    // older servers put the text of a completion into the choice itself
    private static @Nullable String textOf(JsonNode choice, JsonNode message) {
        String text = Envelope.textOf(message.path("content"));
        return text == null ? Envelope.textOf(choice.path("text")) : text;
    }

    private static CallException noText(ProviderClient client, JsonNode answer, JsonNode choice) {
        if (!answer.path("choices").isArray()
                || !choice.isObject() && !answer.path("choices").isEmpty()) {
            return client.unreadable();
        }
        String reason = choice.path("finish_reason").asString("");
        return CallException.answer("the model gave no text" + (reason.isEmpty() ? "" : " (" + reason + ")"));
    }
}
