package ai.rhesis.backend.platform.openapi;

import ai.rhesis.backend.platform.idempotency.SecretAnswer;
import ai.rhesis.backend.platform.idempotency.StreamedAnswer;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.security.Public;
import ai.rhesis.backend.platform.web.Revisioned;
import ai.rhesis.backend.platform.web.body.PackedBody;
import ai.rhesis.backend.platform.web.body.Patch;
import ai.rhesis.backend.platform.web.body.StreamedBody;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/// A handler under one of its paths and methods, and what its signature tells.
record Route(HttpMethod method, String path, HandlerMethod handler) {

    private static final String HOME = "home";
    private static final String OPEN_TELEMETRY = "otlp";

    /// Answers the first part of the path, which is the feature.
    String tag() {
        String first = path.split("/").length < 2 ? "" : path.split("/")[1];
        return switch (first) {
            case "" -> HOME;
            // the version of OpenTelemetry's protocol, whose paths every exporter knows
            case "v1" -> OPEN_TELEMETRY;
            default -> first;
        };
    }

    boolean isPublic() {
        return handler.hasMethodAnnotation(Public.class);
    }

    /// Tells whether it takes an `Idempotency-Key`.
    boolean isRepeatable() {
        return method == HttpMethod.POST
                && !handler.hasMethodAnnotation(StreamedAnswer.class)
                && !handler.hasMethodAnnotation(SecretAnswer.class)
                && !handler.getBeanType().isAnnotationPresent(SecretAnswer.class);
    }

    /// Tells whether its clients read failures in OpenTelemetry's own form.
    boolean isOfOpenTelemetry() {
        return tag().equals(OPEN_TELEMETRY);
    }

    String operationId() {
        boolean isSecond = method == HttpMethod.PATCH && mapping().method().length > 1;
        return tag().replace('-', '_') + "_"
                + (isSecond ? "patch" : JsonName.of(handler.getMethod().getName()));
    }

    /// Answers the summary that the name of the handler gives.
    String summary() {
        String name = handler.getMethod().getName();
        String verb = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return (name.equals("get") ? "Read" : verb) + " " + (isList() ? tag() : singular()).replace('_', ' ');
    }

    /// Answers the description that the conventions give to the verbs of objects; null for other handlers.
    @Nullable
    String description() {
        String object = singular().replace('_', ' ');
        return switch (handler.getMethod().getName()) {
            case "list" ->
                "Answers one page as an array; `X-Total-Count` is the number of all objects that match. "
                        + "With `$select` each object has only the selected keys.";
            case "get" -> "Answers the object with its `ETag`. A deleted one is a 410 that tells how to restore it.";
            case "create" -> "Stores the " + object + " and answers it.";
            case "update" -> "Changes the keys that the body holds; null clears a key, an absent one stays as it is.";
            case "delete" -> "Moves the " + object + " to the recycle bin and answers it.";
            default -> null;
        };
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
                || takes(PackedBody.class)
                || takesFiles()
                || parameters().anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
    }

    /// Tells whether there are parameters in its query besides those of every list.
    boolean readsTheQuery() {
        return takes(WebRequest.class)
                || parameters().anyMatch(parameter -> parameter.hasParameterAnnotation(RequestParam.class));
    }

    private boolean takesFiles() {
        return parameters()
                .map(ResolvableType::forMethodParameter)
                .anyMatch(type -> type.resolve() == MultipartFile.class
                        || type.getGeneric(0).resolve() == MultipartFile.class);
    }

    boolean takes(Class<?> type) {
        return parameters().anyMatch(parameter -> parameter.getParameterType() == type);
    }

    /// Answers the record that a partial update is laid over.
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
