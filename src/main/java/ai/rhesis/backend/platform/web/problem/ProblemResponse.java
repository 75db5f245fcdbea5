package ai.rhesis.backend.platform.web.problem;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.web.RequestIdFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/// The sending of problems, each with the id of its request.
@Component
public class ProblemResponse {

    private final JsonMapper json;

    ProblemResponse(JsonMapper json) {
        this.json = json;
    }

    static ResponseEntity<Problem> of(Problem problem) {
        return ResponseEntity.status(problem.httpStatus())
                .headers(headers(problem))
                .contentType(type())
                .body(traced(problem));
    }

    /// Returns the media type of a problem in the answer to the request of this thread.
    static MediaType type() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? type(attributes.getRequest())
                : MediaType.APPLICATION_JSON;
    }

    /// Returns plain JSON, the only type that browser clients read a problem from, unless the request asks for another.
    private static MediaType type(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.ACCEPT)).stream()
                        .anyMatch(accepted -> accepted.contains(MediaType.APPLICATION_PROBLEM_JSON_VALUE))
                ? MediaType.APPLICATION_PROBLEM_JSON
                : MediaType.APPLICATION_JSON;
    }

    private static HttpHeaders headers(Problem problem) {
        HttpHeaders headers = new HttpHeaders();
        if (problem.httpStatus() == HttpStatus.UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (problem.members().get(Problem.RETRY_AFTER) instanceof Integer seconds) {
            headers.set(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        return headers;
    }

    static Problem traced(Problem problem) {
        String id = MDC.get(RequestIdFilter.LOG_KEY);
        return id == null ? problem : problem.with("request_id", id);
    }

    /// Answers with a problem from a filter, where no handler runs.
    public void send(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(problem.httpStatus().value());
        response.setContentType(type(request).toString());
        headers(problem).forEach((name, values) -> response.setHeader(name, values.getFirst()));
        json.writeValue(response.getOutputStream(), traced(problem));
    }
}
