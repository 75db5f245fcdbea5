package ai.rhesis.backend.web;

import ai.rhesis.backend.problem.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
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
        return ResponseEntity.status(problem.httpStatus()).contentType(TYPE).body(traced(problem));
    }

    static Problem traced(Problem problem) {
        String id = MDC.get(RequestIdFilter.LOG_KEY);
        return id == null ? problem : problem.with("request_id", id);
    }

    /// Answers with a problem from a filter, where no handler runs.
    public void send(Problem problem, HttpServletResponse response) throws IOException {
        response.setStatus(problem.httpStatus().value());
        response.setContentType(TYPE.toString());
        if (problem.httpStatus().value() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        json.writeValue(response.getOutputStream(), traced(problem));
    }
}
