package ai.rhesis.backend.platform.web;

import ai.rhesis.backend.platform.secrets.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.json.JsonMapper;

/// The advice that gives every single object an `ETag`, `"<revision>.<hash of the body>"`, and answers 304 to a
/// client that has it.
///
/// The body is written here, so that it is serialized once for both.
@RestControllerAdvice
class RevisionAdvice implements ResponseBodyAdvice<Object> {

    private final JsonMapper json;

    RevisionAdvice(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
        return Revisioned.class.isAssignableFrom(returnType.getNestedParameterType());
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(body instanceof Revisioned object)) {
            return body;
        }
        Selection selection = Selection.of(request);
        byte[] bytes = json.writeValueAsBytes(selection == null ? object : selection.prune(object, json));
        String etag = "\"" + object.revision() + "." + hash(bytes) + "\"";
        response.getHeaders().setETag(etag);
        if (request.getMethod() == HttpMethod.GET
                && isKnown(request.getHeaders().getIfNoneMatch(), etag)) {
            response.setStatusCode(HttpStatus.NOT_MODIFIED);
        } else {
            write(bytes, type, response);
        }
        return null;
    }

    /// Tells whether the client has this version. A proxy that compresses makes a tag weak, which still names it.
    private static boolean isKnown(List<String> tags, String etag) {
        return tags.stream().anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
    }

    private static void write(byte[] bytes, MediaType type, ServerHttpResponse response) {
        try {
            response.getHeaders().setContentType(type);
            response.getHeaders().setContentLength(bytes.length);
            response.getBody().write(bytes);
        } catch (IOException clientIsGone) {
            throw new UncheckedIOException(clientIsGone);
        }
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes), 0, 8);
    }
}
