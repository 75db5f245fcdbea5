package ai.rhesis.backend.platform.web.problem;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.web.RequestIdFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Sends problems, with the id of the request in each.
@Component
public class ProblemResponse {

    static final MediaType TYPE = MediaType.APPLICATION_PROBLEM_JSON;

    private final JsonMapper json;

    ProblemResponse(JsonMapper json) {
        this.json = json;
    }

    static ResponseEntity<Problem> of(Problem problem) {
        return ResponseEntity.status(problem.httpStatus())
                .headers(headers(problem))
                .contentType(TYPE)
                .body(traced(problem));
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
    public void send(Problem problem, HttpServletResponse response) throws IOException {
        response.setStatus(problem.httpStatus().value());
        response.setContentType(TYPE.toString());
        headers(problem).forEach((name, values) -> response.setHeader(name, values.getFirst()));
        json.writeValue(response.getOutputStream(), traced(problem));
    }
}
