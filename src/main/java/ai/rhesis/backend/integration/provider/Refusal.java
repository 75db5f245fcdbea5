package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.Failures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a provider says when it refuses, as far as it uses words.
final class Refusal {

    private static final List<String> PLACES =
            List.of("/error/message", "/0/error/message", "/message", "/detail", "/error");

    private Refusal() {}

    static CallException of(Response response, byte[] content, Destination destination) {
        return Failures.of(response, destination.redaction().excerpt(words(content)));
    }

    private static String words(byte[] content) {
        try {
            JsonNode body = JsonMapper.shared().readTree(content);
            return PLACES.stream()
                    .map(body::at)
                    .filter(JsonNode::isString)
                    .map(JsonNode::asString)
                    .findFirst()
                    .orElse("");
        } catch (JacksonException notJson) {
            String text = new String(content, StandardCharsets.UTF_8).strip();
            return text.startsWith("<") ? "" : text;
        }
    }
}
