package ai.rhesis.backend.integration.autoconfigure;

import ai.rhesis.backend.integration.endpoint.ProbedEndpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A configuration as a model proposes it.
record Proposal(
        @Nullable Map<String, Object> requestMapping,
        @Nullable Map<String, Object> responseMapping,
        @Nullable Map<String, String> requestHeaders,
        @Nullable String url,
        String method,
        String conversationMode,
        double confidence,
        String reasoning,
        List<String> warnings) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final String DEFAULT_METHOD = "POST";
    private static final double MAX_CONFIDENCE_UNPROVEN = 0.5;
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> MODES = Set.of("single_turn", "stateless", "stateful");

    static Proposal none(AutoConfigureRequest request) {
        String method = request.method() == null ? DEFAULT_METHOD : request.method();
        return new Proposal(null, null, null, request.url(), method, "single_turn", 0, "", List.of());
    }

    /// Reads a proposal; what the client said of address and method goes before it.
    static Proposal of(JsonNode answer, AutoConfigureRequest request) {
        String method = answer.path("method").asString("").strip().toUpperCase(Locale.ROOT);
        String mode = answer.path("conversation_mode").asString("");
        String url = answer.path("url").asString("").strip();
        return new Proposal(
                object(answer.path("request_mapping")),
                object(answer.path("response_mapping")),
                texts(object(answer.path("request_headers"))),
                request.url() != null ? request.url() : url.isEmpty() ? null : url,
                request.method() != null ? request.method() : METHODS.contains(method) ? method : DEFAULT_METHOD,
                MODES.contains(mode) ? mode : "single_turn",
                Math.clamp(answer.path("confidence").asDouble(0), 0, 1),
                answer.path("reason").asString(""),
                warnings(answer.path("warnings").asString("")));
    }

    /// Corrects this by another of the same endpoint, as far as that says something.
    Proposal correctedBy(Proposal other) {
        return new Proposal(
                other.requestMapping == null ? requestMapping : other.requestMapping,
                other.responseMapping == null ? responseMapping : other.responseMapping,
                other.requestHeaders == null ? requestHeaders : other.requestHeaders,
                url,
                method,
                other.conversationMode,
                other.confidence,
                other.reasoning.isBlank() ? reasoning : other.reasoning,
                other.warnings);
    }

    Proposal warning(String warning) {
        return warning(warning, confidence);
    }

    /// Returns the same after no try of it succeeded.
    Proposal unproven() {
        return warning(
                "The mapping was generated, but no probe of the endpoint succeeded with it.",
                Math.min(confidence, MAX_CONFIDENCE_UNPROVEN));
    }

    private Proposal warning(String warning, double sure) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return new Proposal(
                requestMapping, responseMapping, requestHeaders, url, method, conversationMode, sure, reasoning, more);
    }

    boolean isEmpty() {
        return requestMapping == null && responseMapping == null;
    }

    boolean isComplete() {
        return requestMapping != null && responseMapping != null && responseMapping.containsKey("output");
    }

    /// Returns the endpoint to try, with the credential, which was never shown to the model.
    ProbedEndpoint endpoint(String address, @Nullable String token) {
        return new ProbedEndpoint(
                address,
                method,
                requestHeaders == null ? Map.of() : requestHeaders,
                requestMapping == null ? Map.of() : requestMapping,
                responseMapping == null ? Map.of() : responseMapping,
                token);
    }

    /// Reads a body as JSON; one that is none as a text under `raw`.
    static @Nullable JsonNode json(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return null;
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            return JSON.createObjectNode().put("raw", body);
        }
    }

    // models give it as the text that they are asked for, and as the object itself
    private static @Nullable Map<String, Object> object(JsonNode value) {
        try {
            JsonNode object = value.isString() ? JSON.readTree(value.stringValue()) : value;
            return object.isObject() && !object.isEmpty() ? JSON.convertValue(object, OBJECT) : null;
        } catch (JacksonException noJson) {
            return null;
        }
    }

    private static @Nullable Map<String, String> texts(@Nullable Map<String, Object> headers) {
        if (headers == null) {
            return null;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        headers.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    private static List<String> warnings(String lines) {
        return lines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
