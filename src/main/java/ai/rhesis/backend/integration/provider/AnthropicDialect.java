package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.CallTimeout;
import com.anthropic.backends.AnthropicBackend;
import com.anthropic.client.AnthropicClient;
import com.anthropic.client.AnthropicClientImpl;
import com.anthropic.core.ClientOptions;
import com.anthropic.core.LogLevel;
import java.util.List;
import org.springframework.ai.anthropic.AnthropicChatModel;
import org.springframework.ai.anthropic.AnthropicChatOptions;
import org.springframework.ai.anthropic.http.okhttp.SpringAiAnthropicHttpClient;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;

/// The protocol of Anthropic. It is told in words to answer by a schema, which each of its models understands.
final class AnthropicDialect {

    private static final int DEFAULT_MAX_TOKENS = 4096;

    private static final AnthropicClient CLIENT = new AnthropicClientImpl(ClientOptions.builder()
            .httpClient(SpringAiAnthropicHttpClient.builder()
                    .backend(AnthropicBackend.builder()
                            .baseUrl(Line.NOWHERE)
                            .apiKey("none")
                            .build())
                    .interceptor(Line.interceptor())
                    .build())
            .baseUrl(Line.NOWHERE)
            .maxRetries(0)
            .timeout(CallTimeout.DEFAULT)
            .logLevel(LogLevel.OFF)
            .build());

    private static final AnthropicChatModel MODEL = AnthropicChatModel.builder()
            .anthropicClient(CLIENT)
            .anthropicClientAsync(CLIENT.async())
            .options(AnthropicChatOptions.builder()
                    .model("none")
                    .maxTokens(DEFAULT_MAX_TOKENS)
                    .build())
            .build();

    private AnthropicDialect() {}

    static Reply chat(Line line, String modelName, Chat chat) {
        Prompt prompt = new Prompt(chat.inWords().toMessages(), options(modelName, chat));
        ChatResponse response = line.during(() -> MODEL.call(prompt));
        var usage = response.getMetadata().getUsage();
        return Reply.of(response, new Usage(usage.getPromptTokens(), usage.getCompletionTokens(), null));
    }

    private static AnthropicChatOptions options(String modelName, Chat chat) {
        AnthropicChatOptions.Builder options =
                AnthropicChatOptions.builder().model(modelName).maxTokens(DEFAULT_MAX_TOKENS);
        chat.parameters().forEach((name, value) -> set(options, name, value));
        return options.build();
    }

    private static void set(AnthropicChatOptions.Builder options, String name, Object value) {
        switch (name) {
            case "temperature" -> options.temperature(number(name, value).doubleValue());
            case "max_tokens" -> options.maxTokens(number(name, value).intValue());
            case "top_p" -> options.topP(number(name, value).doubleValue());
            case "top_k" -> options.topK(number(name, value).intValue());
            case "stop", "stop_sequences" -> options.stopSequences(texts(value));
            default ->
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
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(value.toString());
    }
}
