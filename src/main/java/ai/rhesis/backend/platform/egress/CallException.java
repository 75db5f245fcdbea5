package ai.rhesis.backend.platform.egress;

import ai.rhesis.backend.platform.problem.Problem;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// The failure of a call to the outside. Its message is meant for the organization that called and holds no secret.
public final class CallException extends RuntimeException {

    // of Anthropic and of some proxies
    private static final int OVERLOADED = 529;

    private static final Set<Integer> PASSING = Set.of(408, 429, 502, 503, 504, OVERLOADED);

    private final Reason reason;
    private final String explanation;
    private final @Nullable String field;
    private final @Nullable Integer status;
    private final @Nullable Duration retryAfter;

    private CallException(String message, Reason reason, @Nullable Integer status, @Nullable Duration retryAfter) {
        super(message);
        this.reason = reason;
        this.explanation = message;
        this.field = null;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    private CallException(String field, String explanation, Reason reason) {
        super(field + ": " + explanation);
        this.reason = reason;
        this.explanation = explanation;
        this.field = field;
        this.status = null;
        this.retryAfter = null;
    }

    /// Creates the failure of a refused address, or of a redirect that led off the host.
    static CallException refused(String message) {
        return new CallException(message, Reason.REFUSED, null, null);
    }

    /// Creates the failure of a connection that could not be made or that broke.
    public static CallException network(String message) {
        return new CallException(message, Reason.NETWORK, null, null);
    }

    /// Creates the failure of an answer that did not come in time.
    public static CallException timeout(String message) {
        return new CallException(message, Reason.TIMEOUT, null, null);
    }

    /// Creates the failure of an answer that is an error.
    ///
    /// @param retryAfter how long it asks to be left alone
    public static CallException status(int status, String message, @Nullable Duration retryAfter) {
        return new CallException(message, Reason.STATUS, status, retryAfter);
    }

    /// Creates the failure of an answer that can't be understood.
    public static CallException answer(String message) {
        return new CallException(message, Reason.ANSWER, null, null);
    }

    /// Creates the failure of a configuration that can't be used.
    public static CallException configuration(String message) {
        return new CallException(message, Reason.CONFIGURATION, null, null);
    }

    /// Creates the failure of one configured field, with which the message begins.
    public static CallException configuration(String field, String message) {
        return new CallException(field, message, Reason.CONFIGURATION);
    }

    /// Creates the failure of a configuration that takes more work than it may; the message names the bound.
    public static CallException tooComplex(String field, String message) {
        return new CallException(field, message, Reason.TOO_COMPLEX);
    }

    /// Creates the failure of a call to a program that is connected by the SDK.
    public static CallException sdk(Reason reason, String message) {
        return new CallException(message, reason, null, null);
    }

    public Reason reason() {
        return reason;
    }

    /// Returns the HTTP status of the answer, where there was one.
    public @Nullable Integer status() {
        return status;
    }

    /// Returns how long the other side asks to be left alone, where it says so.
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /// Creates the problem for the client on whose request the call was made.
    ///
    /// @param address the field that holds the address, which is at fault where no other is known to be
    public Problem problem(String address) {
        return switch (reason) {
            case REFUSED, CONFIGURATION, TOO_COMPLEX -> Problem.invalid(field == null ? address : field, explanation);
            case TIMEOUT -> told(Problem.of(HttpStatus.GATEWAY_TIMEOUT, explanation));
            case NETWORK, STATUS, ANSWER, SDK_NOT_CONNECTED, SDK_DISCONNECTED, SDK_TIMEOUT, SDK_FUNCTION_ERROR ->
                told(Problem.of(HttpStatus.BAD_GATEWAY, explanation));
        };
    }

    private Problem told(Problem problem) {
        Problem named =
                problem.with("code", "call_failed").with("reason", reason.name().toLowerCase(Locale.ROOT));
        return status == null ? named : named.with("target_status", status);
    }

    /// Tells whether another attempt may succeed: after network errors and the statuses 408, 429, 502, 503, 504,
    /// 529.
    boolean isPassing() {
        return reason == Reason.NETWORK || (status != null && PASSING.contains(status));
    }

    /// The reasons for which there is no answer.
    public enum Reason {
        REFUSED,
        NETWORK,
        TIMEOUT,
        STATUS,
        ANSWER,
        CONFIGURATION,
        TOO_COMPLEX,
        SDK_NOT_CONNECTED,
        SDK_DISCONNECTED,
        SDK_TIMEOUT,
        SDK_FUNCTION_ERROR
    }
}
