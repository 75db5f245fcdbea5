package ai.rhesis.backend.platform.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// The body of every error answer: RFC 9457 with the members that existing clients read.
///
/// Our own record and not Spring's `ProblemDetail`, because clients expect `detail` of a 422 to be a list.
public record Problem(
        @JsonIgnore HttpStatus httpStatus,
        Object detail,
        @JsonIgnore Map<String, Object> members) {

    /// The member, and so the header, that says after how many seconds to try again.
    public static final String RETRY_AFTER = "retry_after";

    public static Problem of(HttpStatus status, Object detail) {
        return new Problem(status, detail, Map.of());
    }

    /// Creates a 400 about a parameter. The detail says what is wrong and what is allowed.
    public static Problem badRequest(String field, String detail) {
        return of(HttpStatus.BAD_REQUEST, detail).with("code", "bad_request").with("field", field);
    }

    /// Creates a 400 about a parameter, whose allowed values a client can read.
    public static Problem badRequest(String field, String detail, Collection<String> allowed) {
        return badRequest(field, detail).with("allowed_values", allowed);
    }

    /// Creates a 400 about a parameter whose value is none of these.
    public static Problem notOneOf(String field, Collection<String> allowed) {
        String choice = String.join(", ", allowed).replaceFirst(", (?=[^,]*$)", " or ");
        return badRequest(field, field + " must be " + choice, allowed);
    }

    /// Creates a 422 about fields of a body or path that break their rules. The input itself is never repeated.
    public static Problem invalid(List<Violation> violations) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, violations);
    }

    public static Problem invalid(String field, String message) {
        return invalid(List.of(Violation.ofBody(field, "value_error", message)));
    }

    public static Problem conflict(String field, String detail, @Nullable UUID existing) {
        Problem conflict = of(HttpStatus.CONFLICT, detail).with("field", field);
        return existing == null ? conflict : conflict.with("existing_id", existing);
    }

    public static Problem conflict(String detail) {
        return of(HttpStatus.CONFLICT, detail);
    }

    public static Problem notFound(String detail) {
        return of(HttpStatus.NOT_FOUND, detail);
    }

    /// Creates a 404 about the id or name that was asked for.
    public static Problem notFound(String detail, Object id) {
        return notFound(detail).with("item_id", id);
    }

    public static Problem forbidden(String detail) {
        return of(HttpStatus.FORBIDDEN, detail);
    }

    public static Problem unauthorized(String detail) {
        return of(HttpStatus.UNAUTHORIZED, detail);
    }

    public static Problem tooMany(String detail, int retryAfterSeconds) {
        return of(HttpStatus.TOO_MANY_REQUESTS, detail).with(RETRY_AFTER, retryAfterSeconds);
    }

    public static Problem unavailable(String detail, int retryAfterSeconds) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, detail).with(RETRY_AFTER, retryAfterSeconds);
    }

    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(httpStatus, detail, Collections.unmodifiableMap(more));
    }

    /// Creates the exception that ends a request with this problem.
    public ProblemException exception() {
        return new ProblemException(this);
    }

    @JsonAnyGetter
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", httpStatus.getReasonPhrase());
        body.put("status", httpStatus.value());
        body.putAll(members);
        return body;
    }
}
