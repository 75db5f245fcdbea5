package ai.rhesis.backend.platform.egress;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Explanations of failed calls, for those whose calls they were.
public final class Failures {

    private static final String RETRY_AFTER = "Retry-After";
    private static final String RETRY_AFTER_MS = "Retry-After-Ms";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");
    private static final int MILLI_DIGITS = 3;

    private Failures() {}

    /// Explains that there is no answer, or not all of it.
    ///
    /// @param timeout how long the whole call could take
    public static CallException of(IOException failure, String host, Duration timeout) {
        if (Thread.currentThread().isInterrupted()) {
            return CallException.timeout("the call to " + host + " was cancelled");
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

    /// Explains an answer that is an error.
    ///
    /// @param words what it says for itself, without secrets; empty when nothing
    public static CallException of(Response response, String words) {
        return of(response, response.code(), words);
    }

    /// Explains an answer whose body is an error with a status of its own.
    public static CallException of(Response response, int status, String words) {
        String message = response.request().url().host() + " answered " + status;
        return CallException.status(status, words.isEmpty() ? message : message + ": " + words, retryAfter(response));
    }

    /// Reads `retry-after-ms`, else `Retry-After`: seconds, also with a fraction, or a date (RFC 9110).
    private static @Nullable Duration retryAfter(Response response) {
        Duration millis = durationOf(response.header(RETRY_AFTER_MS), 0);
        Duration asked = millis == null ? durationOf(response.header(RETRY_AFTER), MILLI_DIGITS) : millis;
        if (asked != null) {
            return asked;
        }
        Date date = response.headers().getDate(RETRY_AFTER);
        return date == null ? null : positive(Duration.between(Instant.now(), date.toInstant()));
    }

    // rounded up, so that nobody is called too early
    private static @Nullable Duration durationOf(@Nullable String number, int scale) {
        return number == null || !NUMBER.matcher(number.strip()).matches()
                ? null
                : Duration.ofMillis(new BigDecimal(number.strip())
                        .movePointRight(scale)
                        .setScale(0, RoundingMode.CEILING)
                        .longValue());
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
