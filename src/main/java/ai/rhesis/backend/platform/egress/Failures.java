package ai.rhesis.backend.platform.egress;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.SSLException;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// What went wrong with a call, in words for whose call it was.
public final class Failures {

    private static final String RETRY_AFTER = "Retry-After";

    private Failures() {}

    /// There is no answer, or not all of it.
    ///
    /// @param timeout how long the whole call could take
    public static CallException of(IOException failure, String host, Duration timeout) {
        if (Thread.currentThread().isInterrupted()) {
            return CallException.timeout("the call to " + host + " was given up");
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

    /// The answer is an error.
    ///
    /// @param words what it says for itself, without secrets; empty when nothing
    public static CallException of(Response response, String words) {
        String message = response.request().url().host() + " answered " + response.code();
        return CallException.status(
                response.code(), words.isEmpty() ? message : message + ": " + words, retryAfter(response));
    }

    /// Seconds or a date, as RFC 9110 has it.
    private static @Nullable Duration retryAfter(Response response) {
        String header = response.header(RETRY_AFTER);
        if (header == null) {
            return null;
        }
        if (header.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        Date date = response.headers().getDate(RETRY_AFTER);
        return date == null ? null : positive(Duration.between(Instant.now(), date.toInstant()));
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
