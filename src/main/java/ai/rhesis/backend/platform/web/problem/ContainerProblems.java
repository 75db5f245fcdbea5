package ai.rhesis.backend.platform.web.problem;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.web.RequestIdFilter;
import java.io.IOException;
import java.util.Arrays;
import org.apache.catalina.Pipeline;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// The problems of requests that the container refuses before any filter runs, such as one with a malformed URL.
class ContainerProblems extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ContainerProblems.class);

    private final ProblemResponse problems;

    ContainerProblems(ProblemResponse problems) {
        this.problems = problems;
    }

    void replaceReportsOf(StandardHost host) {
        Pipeline pipeline = host.getPipeline();
        for (Valve valve : Arrays.stream(pipeline.getValves())
                .filter(ErrorReportValve.class::isInstance)
                .toList()) {
            pipeline.removeValve(valve);
        }
        host.setErrorReportValveClass(getClass().getName());
        pipeline.addValve(this);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            problems.send(
                    problem(status, request, String.valueOf(response.getHeader(RequestIdFilter.HEADER))),
                    request,
                    response);
        } catch (IOException clientIsGone) {
            log.debug("nobody reads the problem any more", clientIsGone);
        }
    }

    private static Problem problem(HttpStatus status, Request request, String requestId) {
        // the container counts a body that it could not read as an error of ours
        Exception unread = request.getCoyoteRequest().getErrorException();
        if (unread instanceof IOException) {
            return BrokenBody.problem(unread);
        }
        if (status == HttpStatus.NOT_IMPLEMENTED) {
            return notImplemented(request);
        }
        return status.is5xxServerError()
                ? Problem.of(status, "An unexpected error occurred.").with("error_id", requestId)
                : Problem.of(status, status.getReasonPhrase());
    }

    // of all methods the container knows CONNECT alone and does not implement it, of all encodings it does chunks alone
    private static Problem notImplemented(Request request) {
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null
                ? Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "There is no such method here")
                : Problem.badRequest(HttpHeaders.TRANSFER_ENCODING, "Transfer-Encoding must be chunked");
    }
}
