package ai.rhesis.backend.platform.openapi;

import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.web.Revisioned;
import ai.rhesis.backend.platform.web.body.Patch;
import ai.rhesis.backend.platform.web.body.StreamedBody;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/// A handler under the path and the method that lead to it, and what its signature tells.
record Route(HttpMethod method, String path, HandlerMethod handler) {

    private static final String HOME = "home";

    /// The feature: the first part of the path.
    String tag() {
        String first = path.split("/").length < 2 ? "" : path.split("/")[1];
        return first.isEmpty() ? HOME : first;
    }

    String operationId() {
        boolean isSecond = method == HttpMethod.PATCH && mapping().method().length > 1;
        return tag() + "_"
                + (isSecond ? "patch" : JsonName.of(handler.getMethod().getName()));
    }

    /// What it does, where method and path tell it.
    String summary() {
        String name = handler.getMethod().getName();
        String verb = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return (name.equals("get") ? "Read" : verb) + " " + (isList() ? tag() : singular()).replace('_', ' ');
    }

    private String singular() {
        return tag().replaceFirst("ies$", "y").replaceFirst("(?<=s)es$|s$", "");
    }

    boolean isList() {
        return takes(ListRequest.class);
    }

    boolean isOfOneObject() {
        return Revisioned.class.isAssignableFrom(handler.getReturnType().getParameterType());
    }

    /// Answers bytes and no object.
    boolean isDownload() {
        Class<?> body = ResolvableType.forMethodReturnType(handler.getMethod())
                .as(ResponseEntity.class)
                .getGeneric(0)
                .resolve();
        return body != null && Resource.class.isAssignableFrom(body);
    }

    /// The media types that the handler says it writes.
    List<String> written() {
        return List.of(mapping().produces());
    }

    private RequestMapping mapping() {
        return Objects.requireNonNull(
                AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class));
    }

    boolean namesAnObject() {
        return path.contains("{");
    }

    boolean hasId() {
        return parameters().anyMatch(parameter -> parameter.getParameterType() == UUID.class);
    }

    boolean hasBody() {
        return takes(Patch.class)
                || takes(StreamedBody.class)
                || parameters().anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
    }

    boolean hasQuery() {
        return isList() || parameters().anyMatch(parameter -> parameter.hasParameterAnnotation(RequestParam.class));
    }

    boolean takes(Class<?> type) {
        return parameters().anyMatch(parameter -> parameter.getParameterType() == type);
    }

    /// The record that a partial update is laid over.
    @Nullable
    Class<?> changed() {
        return parameters()
                .filter(parameter -> parameter.getParameterType() == Patch.class)
                .findFirst()
                .map(parameter -> ResolvableType.forMethodParameter(parameter)
                        .getGeneric(0)
                        .resolve())
                .orElse(null);
    }

    private Stream<MethodParameter> parameters() {
        return Arrays.stream(handler.getMethodParameters());
    }
}
