package ai.rhesis.backend.integration.endpoint.transport;

import ai.rhesis.backend.platform.egress.AnswerBody;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.CallTimeout;
import ai.rhesis.backend.platform.egress.Egress;
import ai.rhesis.backend.platform.egress.Failures;
import ai.rhesis.backend.platform.egress.Redaction;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The transport over HTTP: one request and its answer, both in bounded time and size.
@Component
public class HttpTransport {

    // longer than any secret, so that none is cut before it is masked out
    private static final int MAX_ERROR_BYTES = 16_384;

    private final Egress egress;

    HttpTransport(Egress egress) {
        this.egress = egress;
    }

    /// Sends a request and returns the body of the answer.
    ///
    /// @throws CallException when there is none, it is an error, or it is too large
    public String send(Outgoing outgoing) {
        return reply(outgoing).body();
    }

    /// Sends a request and returns the answer with its status.
    ///
    /// @throws CallException when there is none, it is an error, or it is too large
    public HttpReply reply(Outgoing outgoing) {
        return send(outgoing, CallTimeout.current());
    }

    /// Sends a request that is made already, and returns the body of the answer.
    ///
    /// @throws CallException when there is none, it is an error, or it is too large
    public String send(Request request, Redaction redaction) {
        return send(request, redaction, CallTimeout.current()).body();
    }

    HttpReply send(Outgoing outgoing, Duration timeout) {
        return send(request(outgoing), outgoing.redaction(), timeout);
    }

    private HttpReply send(Request request, Redaction redaction, Duration timeout) {
        Call call = egress.client().newCall(request);
        call.timeout().timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        try (Response response = call.execute()) {
            if (!response.isSuccessful()) {
                throw failure(response, redaction);
            }
            return new HttpReply(response.code(), redaction.apply(read(response)));
        } catch (IOException failure) {
            throw Failures.of(failure, request.url().host(), timeout);
        }
    }

    /// Creates the failure of an answer that is an error.
    static CallException failure(Response response, Redaction redaction) throws IOException {
        BufferedSource source = response.body().source();
        source.request(MAX_ERROR_BYTES);
        long length = Math.min(MAX_ERROR_BYTES, source.getBuffer().size());
        return Failures.of(response, redaction.excerpt(source.getBuffer().readUtf8(length)));
    }

    static Request request(Outgoing outgoing) {
        return new Request.Builder()
                .url(outgoing.url())
                .headers(headers(outgoing.headers()))
                .method(outgoing.method(), body(outgoing))
                .build();
    }

    private static Headers headers(Map<String, String> headers) {
        try {
            return Headers.of(headers);
        } catch (IllegalArgumentException unsendable) {
            throw CallException.configuration(
                    "request_headers", "a header holds characters that can't be sent, such as line breaks or accents");
        }
    }

    private static @Nullable RequestBody body(Outgoing outgoing) {
        boolean takesNone = outgoing.method().equals("GET") || outgoing.method().equals("HEAD");
        if (takesNone) {
            return null;
        }
        String body = outgoing.body() == null ? "" : outgoing.body();
        // as bytes, so that the type is sent as it is written
        return RequestBody.create(body.getBytes(StandardCharsets.UTF_8), MediaType.parse(outgoing.contentType()));
    }

    private static String read(Response response) throws IOException {
        MediaType type = response.body().contentType();
        Charset charset = type == null ? null : type.charset(StandardCharsets.UTF_8);
        return AnswerBody.read(response).readString(charset == null ? StandardCharsets.UTF_8 : charset);
    }
}
