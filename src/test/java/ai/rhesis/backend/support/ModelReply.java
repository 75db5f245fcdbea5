package ai.rhesis.backend.support;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// One reply of a [FakeModelServer].
///
/// @param text what the model says, or the body as it is when the status is an error or `raw`
/// @param cost the price in US dollars that it tells, as OpenRouter does; null for none
public record ModelReply(
        int status,
        String text,
        boolean raw,
        Map<String, String> headers,
        Duration delay,
        @Nullable Double cost) {

    public static final int INPUT_TOKENS = 11;
    public static final int OUTPUT_TOKENS = 7;

    public static ModelReply text(String text) {
        return new ModelReply(200, text, false, Map.of(), Duration.ZERO, null);
    }

    /// An answer in JSON, as a model gives it that was asked for structured output.
    public static ModelReply json(Map<String, ?> content) {
        return text(JsonMapper.shared().writeValueAsString(content));
    }

    /// A failure with an error in the form of OpenAI's.
    public static ModelReply status(int status) {
        return error(status, "scripted " + status);
    }

    public static ModelReply error(int status, String message) {
        String body = JsonMapper.shared().writeValueAsString(Map.of("error", Map.of("message", message)));
        return new ModelReply(status, body, true, Map.of(), Duration.ZERO, null);
    }

    /// A body of the test's own making.
    public static ModelReply raw(String body) {
        return new ModelReply(200, body, true, Map.of(), Duration.ZERO, null);
    }

    public static ModelReply redirect(String location) {
        return new ModelReply(307, "", true, Map.of("Location", location), Duration.ZERO, null);
    }

    public ModelReply with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new ModelReply(status, text, raw, more, delay, cost);
    }

    /// The same after a while.
    public ModelReply after(Duration delay) {
        return new ModelReply(status, text, raw, headers, delay, cost);
    }

    public ModelReply costing(double dollars) {
        return new ModelReply(status, text, raw, headers, delay, dollars);
    }

    byte[] body(String path) {
        return (raw ? text : JsonMapper.shared().writeValueAsString(inProtocolOf(path)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, ?> inProtocolOf(String path) {
        if (path.endsWith("/v1/messages")) {
            return anthropic();
        }
        return path.endsWith("/embeddings") ? embedding() : openAi();
    }

    private Map<String, ?> openAi() {
        Map<String, Object> usage = new HashMap<>(Map.of(
                "prompt_tokens",
                INPUT_TOKENS,
                "completion_tokens",
                OUTPUT_TOKENS,
                "total_tokens",
                INPUT_TOKENS + OUTPUT_TOKENS));
        if (cost != null) {
            usage.put("cost", cost);
        }
        Map<String, Object> message = Map.of("role", "assistant", "content", text);
        return Map.of(
                "id",
                "chatcmpl-1",
                "object",
                "chat.completion",
                "created",
                1,
                "model",
                "fake",
                "choices",
                List.of(Map.of("index", 0, "finish_reason", "stop", "message", message)),
                "usage",
                usage);
    }

    private Map<String, ?> anthropic() {
        return Map.of(
                "id",
                "msg_1",
                "type",
                "message",
                "role",
                "assistant",
                "model",
                "fake",
                "content",
                List.of(Map.of("type", "text", "text", text)),
                "stop_reason",
                "end_turn",
                "usage",
                Map.of("input_tokens", INPUT_TOKENS, "output_tokens", OUTPUT_TOKENS));
    }

    private static Map<String, ?> embedding() {
        return Map.of(
                "object",
                "list",
                "model",
                "fake",
                "data",
                List.of(Map.of("object", "embedding", "index", 0, "embedding", List.of(0.1, 0.2, 0.3))),
                "usage",
                Map.of("prompt_tokens", 1, "total_tokens", 1));
    }
}
