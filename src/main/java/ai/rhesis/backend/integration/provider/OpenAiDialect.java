package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.CallTimeout;
import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.core.JsonNumber;
import com.openai.core.JsonValue;
import com.openai.core.LogLevel;
import com.openai.models.completions.CompletionUsage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.document.MetadataMode;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatModel.ResponseFormat;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.OpenAiEmbeddingModel;
import org.springframework.ai.openai.OpenAiEmbeddingOptions;
import org.springframework.ai.openai.http.okhttp.SpringAiOpenAiHttpClient;

/// The protocol of OpenAI, which most providers and servers speak. Parameters go into the request as they are.
final class OpenAiDialect {

    private static final Set<String> OURS = Set.of("model", "messages", "stream");

    // set up by hand: the library's own ways to a client read the environment of this process
    private static final OpenAIClient CLIENT = new OpenAIClientImpl(ClientOptions.builder()
            .httpClient(SpringAiOpenAiHttpClient.builder()
                    .interceptor(Line.interceptor())
                    .build())
            .baseUrl(Line.NOWHERE)
            .apiKey("none")
            .maxRetries(0)
            .timeout(CallTimeout.DEFAULT)
            .logLevel(LogLevel.OFF)
            .build());

    private static final OpenAiChatModel MODEL = OpenAiChatModel.builder()
            .openAiClient(CLIENT)
            .openAiClientAsync(CLIENT.async())
            .options(OpenAiChatOptions.builder().model("none").build())
            .build();

    private OpenAiDialect() {}

    static Reply chat(Line line, String modelName, Chat chat) {
        OpenAiChatOptions.Builder options =
                OpenAiChatOptions.builder().model(modelName).extraBody(parameters(chat));
        if (chat.answerSchema() != null) {
            options.responseFormat(format(chat.answerSchema().toString()));
        }
        Prompt prompt = new Prompt(chat.toMessages(), options.build());
        ChatResponse response = line.during(() -> MODEL.call(prompt));
        return Reply.of(response, usage(response.getMetadata().getUsage().getNativeUsage()));
    }

    /// How many numbers the model makes of a text.
    static int dimension(Line line, String modelName, String text) {
        OpenAiEmbeddingOptions options =
                OpenAiEmbeddingOptions.builder().model(modelName).build();
        OpenAiEmbeddingModel model = OpenAiEmbeddingModel.builder()
                .openAiClient(CLIENT)
                .metadataMode(MetadataMode.NONE)
                .options(options)
                .build();
        return line.during(() -> model.call(new EmbeddingRequest(List.of(text), options))
                .getResult()
                .getOutput()
                .length);
    }

    private static Map<String, Object> parameters(Chat chat) {
        for (String name : OURS) {
            if (chat.parameters().containsKey(name)) {
                throw CallException.configuration("the parameter " + name + " can't be set");
            }
        }
        return chat.parameters();
    }

    private static ResponseFormat format(String schema) {
        return ResponseFormat.builder()
                .type(ResponseFormat.Type.JSON_SCHEMA)
                .jsonSchema(schema)
                .strict(true)
                .build();
    }

    private static Usage usage(@Nullable Object told) {
        return told instanceof CompletionUsage usage
                ? new Usage(
                        Usage.tokens(usage.promptTokens()),
                        Usage.tokens(usage.completionTokens()),
                        costMicros(usage._additionalProperties().get("cost")))
                : Usage.UNKNOWN;
    }

    /// OpenRouter tells the price of each answer in US dollars; the others don't, and it is not guessed.
    private static @Nullable Long costMicros(@Nullable JsonValue cost) {
        return cost instanceof JsonNumber dollars
                ? Long.valueOf(new BigDecimal(dollars.value().toString())
                        .movePointRight(6)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValue())
                : null;
    }
}
