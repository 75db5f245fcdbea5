package ai.rhesis.backend.support;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import tools.jackson.databind.JsonNode;

/// An answer held against `openapi.json`: its status, its content type, and its body, which has no key that the
/// document doesn't know.
///
/// @param json its body; missing when that is no JSON
record DocumentedAnswer(
        HttpMethod method,
        URI address,
        HttpStatusCode status,
        @Nullable MediaType type,
        JsonNode json) {

    private static final ClosedDocument DOCUMENT = ClosedDocument.read();
    private static final DocumentedRoutes ROUTES = new DocumentedRoutes(DOCUMENT.paths());
    private static final String ITSELF = "/openapi.json";

    static DocumentedAnswer of(EntityExchangeResult<byte[]> result, JsonNode json) {
        return new DocumentedAnswer(
                result.getMethod(),
                result.getUrl(),
                result.getStatus(),
                result.getResponseHeaders().getContentType(),
                json);
    }

    /// @throws AssertionError when the document doesn't allow this answer
    void require() {
        String mistake = mistake();
        if (!mistake.isEmpty()) {
            throw new AssertionError("openapi.json doesn't allow the answer %s to %s %s: %s"
                    .formatted(status.value(), method, address, mistake));
        }
    }

    /// Tells what the document doesn't allow; empty when it allows all. `HEAD` and `OPTIONS` are implied by the others.
    String mistake() {
        if (method.equals(HttpMethod.HEAD) || method.equals(HttpMethod.OPTIONS)) {
            return "";
        }
        JsonNode operation = DOCUMENT.paths()
                .path(ROUTES.find(address.getRawPath()))
                .path(method.name().toLowerCase(Locale.ROOT));
        return operation.isMissingNode() ? withoutOperation() : of(response(operation.path("responses")));
    }

    private String withoutOperation() {
        if (status.isError() && !json.isMissingNode()) {
            return DOCUMENT.mistakes(DOCUMENT.problem(status), json, false);
        }
        return json.isMissingNode() || address.getPath().equals(ITSELF) ? "" : "there is no such operation";
    }

    private JsonNode response(JsonNode responses) {
        String own = String.valueOf(status.value());
        return DOCUMENT.resolve(responses.path(!responses.has(own) && status.isError() ? "default" : own));
    }

    private String of(JsonNode response) {
        if (response.isMissingNode()) {
            return "it has no such status";
        }
        JsonNode content = response.path("content");
        if (type == null) {
            return content.isEmpty() || isOfForeignOrigin() ? "" : "it has a content type: " + content.propertyNames();
        }
        String range = content.propertyNames().stream()
                .filter(name -> MediaType.valueOf(name).includes(documentedType(type)))
                .findFirst()
                .orElse("");
        return range.isEmpty()
                ? "its content type is one of %s and not %s".formatted(content.propertyNames(), type)
                : ofBody(content.path(range).path("schema"));
    }

    // a browser shows nobody what it is told of a foreign origin, and so Spring tells it without a type
    private boolean isOfForeignOrigin() {
        return status.value() == HttpStatus.FORBIDDEN.value();
    }

    private String ofBody(JsonNode schema) {
        boolean isRead =
                !json.isMissingNode() && !schema.path("format").asString("").equals("binary");
        return isRead ? DOCUMENT.mistakes(schema, json, isOfSelectedKeys()) : "";
    }

    /// Answers the type under which the document has a problem, whichever of its two types was asked for.
    private static MediaType documentedType(MediaType type) {
        return type.isCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON) ? MediaType.APPLICATION_JSON : type;
    }

    private boolean isOfSelectedKeys() {
        return Objects.requireNonNullElse(address.getQuery(), "").contains("$select=");
    }
}
