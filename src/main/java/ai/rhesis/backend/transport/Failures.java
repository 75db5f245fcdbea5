package ai.rhesis.backend.transport;

import ai.rhesis.backend.egress.CallException;
import ai.rhesis.backend.egress.TooLargeException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.SSLException;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/// What went wrong with a call, in words for whose call it was.
final class Failures {

    // longer than any secret, so that none is cut before it is blotted out
    private static final int LONGEST_EXCERPT = 16_384;

    private Failures() {}

    static CallException of(IOException failure, String host, Duration timeout) {
        if (Thread.currentThread().isInterrupted()) {
            return CallException.network("the call to " + host + " was abandoned");
        }
        return switch (failure) {
            case TooLargeException large -> CallException.answer("the answer of " + host + " is too large");
            case SocketTimeoutException noConnection -> CallException.network("there is no connection to " + host);
            case InterruptedIOException late ->
                CallException.timeout(host + " did not answer within " + timeout.toSeconds() + " seconds");
            case SSLException untrusted -> CallException.network("the connection to " + host + " could not be secured");
            default -> CallException.network("the connection to " + host + " failed");
        };
    }

    static CallException ofStatus(Response response, Redaction redaction) throws IOException {
        String excerpt = redaction.excerpt(beginning(response.body()));
        String message = response.request().url().host() + " answered " + response.code();
        return CallException.status(
                response.code(), excerpt.isEmpty() ? message : message + ": " + excerpt, retryAfter(response));
    }

    private static String beginning(ResponseBody body) throws IOException {
        BufferedSource source = body.source();
        source.request(LONGEST_EXCERPT);
        long length = Math.min(LONGEST_EXCERPT, source.getBuffer().size());
        return source.getBuffer().readUtf8(length);
    }

    private static @Nullable Duration retryAfter(Response response) {
        String header = response.header("Retry-After");
        if (header == null) {
            return null;
        }
        if (header.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        Date date = response.headers().getDate("Retry-After");
        return date == null ? null : positive(Duration.between(Instant.now(), date.toInstant()));
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
