package ai.rhesis.backend.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.json.JsonMapper;

/// The advice that reduces the objects of a list to the keys that the client selects; [RevisionAdvice] does so for
/// single objects.
@RestControllerAdvice
class SelectionAdvice implements ResponseBodyAdvice<Object> {

    private final JsonMapper json;

    SelectionAdvice(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
        ResolvableType body = ResolvableType.forMethodParameter(returnType);
        return body.as(ResponseEntity.class).getGeneric(0).resolve() == List.class;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        Selection selection = Selection.of(request);
        if (selection == null || !(body instanceof List<?> objects)) {
            return body;
        }
        // no List, which would be written as one of what the handler declares
        return json.createArrayNode()
                .addAll(objects.stream()
                        .map(object -> selection.prune(object, json))
                        .toList());
    }
}
