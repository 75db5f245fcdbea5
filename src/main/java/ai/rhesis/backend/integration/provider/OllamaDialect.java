package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.platform.egress.CallException;
import java.io.InputStream;
import java.util.Locale;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.springframework.ai.ollama.api.OllamaApi;
import org.springframework.ai.ollama.api.OllamaApi.ChatRequest;
import org.springframework.ai.ollama.api.OllamaApi.ChatResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;

/// The protocol of Ollama, whose parameters (such as `num_ctx`) can't be set in the protocol of OpenAI.
final class OllamaDialect {

    private static final OllamaApi API = OllamaApi.builder()
            .baseUrl(Line.NOWHERE)
            .restClientBuilder(RestClient.builder()
                    .requestInterceptor((request, body, execution) -> answer(request, body, Line.open())))
            .build();

    private OllamaDialect() {}

    static Reply chat(Line line, String modelName, Chat chat) {
        ChatRequest.Builder request = ChatRequest.builder(modelName).stream(false)
                .messages(chat.messages().stream().map(OllamaDialect::message).toList())
                .options(chat.parameters());
        if (chat.answerSchema() != null) {
            request.format(chat.answerSchema());
        }
        ChatResponse response = line.during(() -> API.chat(request.build()));
        if (response.message() == null || response.message().content() == null) {
            throw CallException.answer("the model gave no text");
        }
        return new Reply(
                response.message().content(), new Usage(response.promptEvalCount(), response.evalCount(), null));
    }

    /// How many numbers the model makes of a text.
    static int dimension(Line line, String modelName, String text) {
        return line.during(() -> API.embed(new OllamaApi.EmbeddingsRequest(modelName, text))
                .embeddings()
                .getFirst()
                .length);
    }

    private static OllamaApi.Message message(Message message) {
        return OllamaApi.Message.builder(
                        OllamaApi.Message.Role.valueOf(message.role().toUpperCase(Locale.ROOT)))
                .content(message.content())
                .build();
    }

    private static ClientHttpResponse answer(HttpRequest request, byte[] body, Line line) {
        Response response = line.send(new okhttp3.Request.Builder()
                .url(request.getURI().toString())
                .post(RequestBody.create(body, MediaType.get("application/json")))
                .build());
        return new Answer(response);
    }

    /// What came over the line, for the library.
    private record Answer(Response response) implements ClientHttpResponse {

        @Override
        public HttpStatusCode getStatusCode() {
            return HttpStatusCode.valueOf(response.code());
        }

        @Override
        public String getStatusText() {
            return response.message();
        }

        @Override
        public HttpHeaders getHeaders() {
            HttpHeaders headers = new HttpHeaders();
            response.headers().toMultimap().forEach(headers::put);
            return headers;
        }

        @Override
        public InputStream getBody() {
            return response.body().byteStream();
        }

        @Override
        public void close() {
            response.close();
        }
    }
}
