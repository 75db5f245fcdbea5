package ai.rhesis.backend.platform.web.body;

import ai.rhesis.backend.platform.compute.RequestTurns;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.MaxLimit;
import ai.rhesis.backend.platform.web.IfMatch;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// The resolver of the parameters that handlers take: [Patch], [IfMatch], [ListRequest], [StreamedBody] and
/// [PackedBody].
@Component
class RequestArguments implements HandlerMethodArgumentResolver {

    private static final List<Class<?>> TYPES =
            List.of(Patch.class, IfMatch.class, ListRequest.class, StreamedBody.class, PackedBody.class);

    private final JsonBinder binder;
    private final RequestTurns turns;

    RequestArguments(JsonBinder binder, RequestTurns turns) {
        this.binder = binder;
        this.turns = turns;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws IOException, HttpMediaTypeNotSupportedException {
        if (parameter.getParameterType() == ListRequest.class) {
            return ListRequest.of(name -> only(request, name), maxLimit(parameter));
        }
        if (parameter.getParameterType() == StreamedBody.class) {
            return new StreamedBody(body(request), binder);
        }
        if (parameter.getParameterType() == PackedBody.class) {
            return PackedBody.of(http(request), turns);
        }
        IfMatch ifMatch = new IfMatch(request.getHeader(HttpHeaders.IF_MATCH));
        return parameter.getParameterType() == IfMatch.class ? ifMatch : patch(parameter, request, ifMatch);
    }

    private static int maxLimit(MethodParameter parameter) {
        MaxLimit own = parameter.getParameterAnnotation(MaxLimit.class);
        return own == null ? ListRequest.MAX_LIMIT : own.value();
    }

    private static @Nullable String only(NativeWebRequest request, String name) {
        String[] values = request.getParameterValues(name);
        if (values != null && values.length > 1) {
            throw Problem.badRequest(name, name + " is given more than once").exception();
        }
        return values == null ? null : values[0];
    }

    private Patch<?> patch(MethodParameter parameter, NativeWebRequest request, IfMatch ifMatch)
            throws IOException, HttpMediaTypeNotSupportedException {
        Class<?> type = Objects.requireNonNull(
                ResolvableType.forMethodParameter(parameter).getGeneric(0).resolve());
        return new Patch<>(binder.parse(body(request)), type, ifMatch, binder);
    }

    private static InputStream body(NativeWebRequest request) throws IOException, HttpMediaTypeNotSupportedException {
        HttpServletRequest http = http(request);
        requireJson(http.getContentType());
        return http.getInputStream();
    }

    private static HttpServletRequest http(NativeWebRequest request) {
        return Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
    }

    private static void requireJson(@Nullable String contentType) throws HttpMediaTypeNotSupportedException {
        if (contentType != null && !MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(contentType))) {
            throw new HttpMediaTypeNotSupportedException(
                    MediaType.parseMediaType(contentType), List.of(MediaType.APPLICATION_JSON));
        }
    }
}
