package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.Failures;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/// The line on which the library of a provider talks: it alone knows where the other end is and with which key, it goes
/// the guarded way out, and whatever goes wrong on it is a [CallException].
///
/// The libraries are set up once and know neither an address nor a key; they call into [#interceptor()].
final class Line {

    /// What the libraries are given for an address.
    static final String NOWHERE = "http://provider.invalid";

    private static final int LARGEST_ANSWER = 1 << 20;
    private static final ScopedValue<Line> OPEN = ScopedValue.newInstance();

    private final OkHttpClient client;
    private final Destination destination;

    Line(OkHttpClient client, Destination destination) {
        this.client = client;
        this.destination = destination;
    }

    /// Takes a library's request out of its own client and sends it on the line that is open.
    static Interceptor interceptor() {
        return chain -> open().send(chain.request());
    }

    static Line open() {
        return OPEN.get();
    }

    /// Has a library talk on this line.
    ///
    /// @throws CallException for all that goes wrong
    <T> T during(Supplier<T> talk) {
        try {
            return ScopedValue.where(OPEN, this).call(talk::get);
        } catch (RuntimeException failure) {
            throw causeOf(failure);
        }
    }

    // a library may wrap what the line throws; all else that it throws is about an answer that it can't read
    private CallException causeOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CallException call) {
                return call;
            }
        }
        CallException unreadable = CallException.answer(host() + " gave an answer that is not of the protocol");
        unreadable.initCause(failure);
        return unreadable;
    }

    Response send(Request request) {
        try (Response response = client.newCall(destination.address(request)).execute()) {
            byte[] content = contentOf(response);
            if (!response.isSuccessful()) {
                throw Refusal.of(response, content, destination);
            }
            return response.newBuilder()
                    .body(ResponseBody.create(content, response.body().contentType()))
                    .build();
        } catch (IOException failure) {
            throw Failures.of(failure, host(), Duration.ofMillis(client.callTimeoutMillis()));
        }
    }

    private byte[] contentOf(Response response) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(LARGEST_ANSWER + 1L)) {
            throw CallException.answer(host() + " gave an answer of more than 1 MB");
        }
        return source.readByteArray();
    }

    private String host() {
        return destination.address().host();
    }
}
