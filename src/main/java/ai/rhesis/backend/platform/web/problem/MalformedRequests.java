package ai.rhesis.backend.platform.web.problem;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// The filter that refuses malformed requests on every path, before anything else reads them.
class MalformedRequests extends OncePerRequestFilter {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final ProblemResponse problems;
    private final List<UnpackedPaths> unpacked;

    MalformedRequests(ProblemResponse problems, List<UnpackedPaths> unpacked) {
        this.problems = problems;
        this.unpacked = unpacked;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            require(request, response);
            chain.doFilter(request, response);
        } catch (ProblemException refusal) {
            answer(refusal.problem(), request, response, refusal);
        } catch (InvalidParameterException malformed) {
            answer(
                    Problem.badRequest("query", "The parameters are malformed or too many"),
                    request,
                    response,
                    malformed);
        } catch (IOException broken) {
            answer(BrokenBody.problem(broken), request, response, broken);
        }
    }

    private void require(HttpServletRequest request, HttpServletResponse response) {
        if (!METHODS.contains(request.getMethod())) {
            response.setHeader(
                    HttpHeaders.ALLOW,
                    String.join(", ", METHODS.stream().sorted().toList()));
            throw Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "There is no such method here")
                    .exception();
        }
        requireOneAuthorization(request);
        QueryString.require(request.getQueryString());
        if (WITH_BODY.contains(request.getMethod())) {
            requireMediaType(request.getContentType());
            requireReadable(request.getServletPath(), request.getHeader(HttpHeaders.CONTENT_ENCODING));
        }
    }

    /// Refuses two `Authorization` headers: a proxy might check one of them and this server the other.
    private static void requireOneAuthorization(HttpServletRequest request) {
        if (Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)).size() > 1) {
            throw Problem.badRequest(HttpHeaders.AUTHORIZATION, "Authorization is sent more than once")
                    .exception();
        }
    }

    private static void requireMediaType(@Nullable String contentType) {
        if (contentType == null || contentType.isBlank()) {
            return;
        }
        try {
            if (!MediaType.parseMediaType(contentType).isConcrete()) {
                throw noMediaType().exception();
            }
        } catch (InvalidMediaTypeException none) {
            throw noMediaType().exception();
        }
    }

    /// Refuses a body that is packed, which would be read as if it was not.
    private void requireReadable(String path, @Nullable String encoding) {
        boolean isUnpacked = unpacked.stream().anyMatch(paths -> path.startsWith(paths.beginning()));
        if (encoding != null
                && !encoding.isBlank()
                && !encoding.equalsIgnoreCase("identity")
                && !(isUnpacked && encoding.equalsIgnoreCase("gzip"))) {
            String allowed = isUnpacked ? "gzip, identity" : "identity";
            throw Problem.of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "Content-Encoding must be %s or absent".formatted(allowed))
                    .with("field", HttpHeaders.CONTENT_ENCODING)
                    .exception();
        }
    }

    private static Problem noMediaType() {
        return Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Type is not a media type; send application/json")
                .with("field", HttpHeaders.CONTENT_TYPE);
    }

    /// Answers with a problem, or breaks an answer off that has begun: a problem behind half of it would pass for
    /// its end.
    private <E extends Exception> void answer(
            Problem problem, HttpServletRequest request, HttpServletResponse response, E failure)
            throws E, IOException {
        if (response.isCommitted()) {
            throw failure;
        }
        response.resetBuffer();
        problems.send(problem, request, response);
    }
}
