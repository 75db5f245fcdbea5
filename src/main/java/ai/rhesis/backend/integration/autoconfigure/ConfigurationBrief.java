package ai.rhesis.backend.integration.autoconfigure;

import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.integration.endpoint.Probe;
import ai.rhesis.backend.integration.provider.Frames;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The prompts for a model that proposes a configuration. What the user pasted and what the endpoint answered stand
/// there as framed material, without credentials.
final class ConfigurationBrief {

    private static final int MAX_BODY_LENGTH = 4_000;

    private static final String TASK = """
            You read what people paste about an HTTP API of a chat bot or language model, such as a curl command, code or \
            documentation, and write the configuration by which a test tool calls it.

            `request_mapping` is the JSON body of a request, as a text. Its texts are templates: {{ input }} is the text of the \
            user, {{ messages }} the whole conversation as a list of {"role", "content"}, {{ conversation_id }} the id of the \
            conversation that the API gave in its first answer. A text that is exactly one expression keeps its type: \
            "messages": "{{ messages }}". Keep all other values that the API needs, such as the model's name, as they are. Use \
            {{ messages }} where the API keeps no conversation and takes all messages, {{ conversation_id }} where it keeps one.
            `response_mapping` says where in the JSON of the answer the outputs are, as a text that holds a JSON object. `output` \
            is the text of the answer, by JSONPath such as $.choices[0].message.content. Add `conversation_id`, `context` \
            (documents that it used) and `tool_calls` only where the answer has them.
            `request_headers` are the headers that the API needs, as a text that holds a JSON object of texts. A credential stands \
            as {{ auth_token }}, for example "Authorization": "Bearer {{ auth_token }}"; never write one yourself.
            `url` is the address to call, empty when it is not said. `method` is its HTTP method.
            `conversation_mode` is `stateful` where the API keeps conversations by an id, `stateless` where each request holds \
            all messages, else `single_turn`.
            `confidence` is a number from 0 to 1. `warnings` names what you had to guess, one on each line; empty for none. \
            `reason` explains in a few sentences for the user how you read the text.

            %s""";

    private final Frames frames = new Frames();
    private final SecretMask mask;

    ConfigurationBrief(SecretMask mask) {
        this.mask = mask;
    }

    static JsonNode schema() {
        ObjectNode schema = JsonMapper.shared().createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        List<String> texts = List.of(
                "reason",
                "request_mapping",
                "response_mapping",
                "request_headers",
                "url",
                "method",
                "conversation_mode");
        texts.forEach(name -> properties.putObject(name).put("type", "string"));
        properties.putObject("confidence").put("type", "number");
        properties.putObject("warnings").put("type", "string");
        schema.set("required", JsonMapper.shared().valueToTree(properties.propertyNames()));
        return schema.put("additionalProperties", false);
    }

    List<Message> ask(AutoConfigureRequest request) {
        StringBuilder known = new StringBuilder(frames.around("text", mask.apply(request.inputText())));
        add(known, "The address is " + request.url() + ".", request.url());
        add(known, "The method is " + request.method() + ".", request.method());
        return List.of(system(), Message.user(known + "\n\nWrite the configuration now."));
    }

    /// Asks for a correction after a failed try.
    List<Message> correct(AutoConfigureRequest request, Proposal proposal, Probe probe) {
        String failed = frames.around(
                "configuration", mask.apply(String.valueOf(JsonMapper.shared().valueToTree(proposal))));
        String error = frames.around("error", mask.apply(String.valueOf(probe.error())));
        String sent = probe.sent() == null ? "" : frames.around("request", mask.apply(cut(probe.sent())));
        String body = probe.body() == null ? "" : frames.around("answer", mask.apply(cut(probe.body())));
        return List.of(
                system(),
                Message.user(frames.around("text", mask.apply(request.inputText()))),
                Message.user(String.join(
                        "\n\n",
                        "This configuration was tried and failed.",
                        failed,
                        sent,
                        error,
                        body,
                        "Write the whole configuration again so that it works. Address and method stay.")));
    }

    private Message system() {
        return Message.system(TASK.formatted(frames.rule()));
    }

    private static void add(StringBuilder known, String sentence, @Nullable String fact) {
        if (fact != null) {
            known.append("\n\n").append(sentence);
        }
    }

    private static String cut(String body) {
        return body.length() > MAX_BODY_LENGTH ? body.substring(0, MAX_BODY_LENGTH) + "…" : body;
    }
}
