package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.platform.egress.AnswerBody;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.CallTimeout;
import ai.rhesis.backend.platform.egress.Failures;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The HTTP client of one model: it posts JSON through the guarded way out and reads the answer, whatever of its form
/// is missing. It writes nothing to the log.
final class ProviderClient {

    private static final MediaType JSON = MediaType.get("application/json");

    // servers in Python write NaN where there is no number
    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final OkHttpClient client;
    private final Destination destination;

    ProviderClient(OkHttpClient client, Destination destination) {
        this.client = client;
        this.destination = destination;
    }

    /// Posts a request once.
    ///
    /// @param path below the address of the model, such as `/chat/completions`
    /// @return a JSON object
    /// @throws CallException when there is no answer, it is an error, also one with the status 200, or no object
    JsonNode post(String path, ObjectNode body) {
        Request request = destination.request(path, RequestBody.create(body.toString(), JSON));
        Duration timeout = CallTimeout.current();
        Call call = client.newCall(request);
        call.timeout().timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        try (Response response = call.execute()) {
            return read(response);
        } catch (IOException failure) {
            throw Failures.of(failure, host(), timeout);
        }
    }

    /// Creates the failure of an answer that can't be understood.
    CallException unreadable() {
        return CallException.answer(host() + " gave an answer that is not of the protocol");
    }

    /// Creates the failure of an answer that its provider broke off.
    CallException broken(String reason) {
        return CallException.answer(host() + " broke the answer off (" + reason + ")");
    }

    private JsonNode read(Response response) throws IOException {
        byte[] content = AnswerBody.read(response).readByteArray();
        ErrorBody error = ErrorBody.of(content, LENIENT);
        if (!response.isSuccessful()) {
            throw Failures.of(response, excerpt(error));
        }
        if (error.isError()) {
            throw failureOf(response, error);
        }
        return object(content);
    }

    private CallException failureOf(Response response, ErrorBody error) {
        Integer status = error.status();
        return status == null
                ? CallException.answer(host() + " answered with an error: " + excerpt(error))
                : Failures.of(response, status, excerpt(error));
    }

    private String excerpt(ErrorBody error) {
        return destination.redaction().excerpt(error.words());
    }

    private JsonNode object(byte[] content) {
        try {
            JsonNode body = LENIENT.readTree(content);
            if (body.isObject()) {
                return body;
            }
        } catch (JacksonException notJson) {
            // told below, without the text that could not be read
        }
        throw unreadable();
    }

    private String host() {
        return destination.address().host();
    }
}
