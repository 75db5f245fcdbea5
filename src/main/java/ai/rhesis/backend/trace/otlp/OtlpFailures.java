package ai.rhesis.backend.trace.otlp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The filter that tells failures as exporters read them, wherever they come from: as a
/// `google.rpc.Status` in the type of the request, and as 400 where the data is bad.
class OtlpFailures extends OncePerRequestFilter {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        ObjectNode problem = answer.getStatus() < HttpStatus.BAD_REQUEST.value() ? null : problem(answer);
        if (problem != null && !response.isCommitted()) {
            tell(problem, format(request.getContentType()), answer);
        }
        answer.copyBodyToResponse();
    }

    private static @Nullable ObjectNode problem(ContentCachingResponseWrapper answer) {
        try {
            return JSON.readTree(answer.getContentAsByteArray()) instanceof ObjectNode problem ? problem : null;
        } catch (JacksonException empty) {
            return null;
        }
    }

    private static void tell(ObjectNode problem, OtlpFormat format, ContentCachingResponseWrapper answer)
            throws IOException {
        if (answer.getStatus() == HttpStatus.UNPROCESSABLE_CONTENT.value()) {
            answer.setStatus(HttpStatus.BAD_REQUEST.value());
            problem.put("status", HttpStatus.BAD_REQUEST.value());
            problem.put("title", HttpStatus.BAD_REQUEST.getReasonPhrase());
        }
        RpcStatus status = RpcStatus.of(problem);
        answer.resetBuffer();
        answer.setContentType(format.type().toString());
        answer.getOutputStream().write(format == OtlpFormat.JSON ? status.toJson(problem) : status.toProtobuf());
    }

    private static OtlpFormat format(@Nullable String type) {
        return type != null && type.startsWith(OtlpFormat.PROTOBUF_TYPE) ? OtlpFormat.PROTOBUF : OtlpFormat.JSON;
    }
}
