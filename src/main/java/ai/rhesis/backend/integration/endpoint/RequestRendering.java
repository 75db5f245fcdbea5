package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.integration.endpoint.mapping.MappingException;
import ai.rhesis.backend.integration.endpoint.mapping.RequestMapping;
import ai.rhesis.backend.integration.endpoint.mapping.TemplatedText;
import ai.rhesis.backend.integration.endpoint.mapping.Variables;
import ai.rhesis.backend.integration.endpoint.transport.Outgoing;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.Origin;
import ai.rhesis.backend.platform.egress.Redaction;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The rendering of one question into the request to one endpoint.
final class RequestRendering {

    private static final JsonMapper JSON = JsonMapper.shared();

    // Those of the connection are ours to set.
    private static final Set<String> OWN_HEADERS = Set.of(
            "host",
            "content-length",
            "content-type",
            "transfer-encoding",
            "connection",
            "upgrade",
            "accept-encoding",
            "te",
            "trailer",
            "expect",
            "sec-websocket-key",
            "sec-websocket-version",
            "sec-websocket-extensions");

    private final EndpointSnapshot endpoint;
    private final Variables variables;
    private final @Nullable String token;

    RequestRendering(EndpointSnapshot endpoint, Variables variables, @Nullable String token) {
        this.endpoint = endpoint;
        this.variables = variables;
        this.token = token;
    }

    /// @throws CallException when it can't be made of what is configured
    Outgoing render(Redaction redaction) {
        Map<String, String> headers = headers();
        String contentType = headers.getOrDefault("Content-Type", "application/json");
        headers.keySet().removeIf(name -> OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT)));
        JsonNode mapped = of("request_mapping", () -> RequestMapping.render(endpoint.requestMapping(), variables));
        return new Outgoing(endpoint.method(), url(mapped), headers, body(mapped, contentType), contentType, redaction);
    }

    /// Renders the arguments of a function.
    ///
    /// @throws CallException when they can't be made of what is configured
    static JsonNode inputs(@Nullable JsonNode mapping, Variables variables) {
        return of("request_mapping", () -> RequestMapping.render(mapping, variables));
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("User-Agent", "rhesis");
        headers.put("Accept", "*/*");
        headers.putAll(of("request_headers", () -> TemplatedText.render(endpoint.requestHeaders(), variables)));
        authorize(headers);
        return headers;
    }

    private HttpUrl url(JsonNode mapped) {
        HttpUrl.Builder url = url().newBuilder();
        of("query_params", () -> TemplatedText.render(endpoint.queryParams(), variables))
                .forEach(url::setQueryParameter);
        if (hasNoBody()) {
            mapped.forEachEntry((name, value) -> url.setQueryParameter(name, text(value)));
        }
        return url.build();
    }

    private boolean hasNoBody() {
        return endpoint.connectionType().equals("REST")
                && (endpoint.method().equals("GET") || endpoint.method().equals("HEAD"));
    }

    /// Puts the credential into the `Authorization` header, unless the endpoint names another place.
    private void authorize(Map<String, String> headers) {
        if (token == null || placesToken()) {
            return;
        }
        if ("api_key".equals(endpoint.authType())) {
            headers.putIfAbsent("X-API-Key", token);
        } else {
            headers.putIfAbsent("Authorization", "Bearer " + token);
        }
    }

    private boolean placesToken() {
        return (endpoint.requestHeaders() + "\n" + endpoint.queryParams() + "\n" + endpoint.requestMapping() + "\n"
                        + endpoint.endpointPath())
                .contains("auth_token");
    }

    private HttpUrl url() {
        HttpUrl base = endpoint.url() == null ? null : HttpUrl.parse(Origin.httpOf(endpoint.url()));
        if (base == null) {
            throw CallException.configuration("url", "is missing or not an address");
        }
        String template = endpoint.endpointPath();
        String path = template == null ? "" : of("endpoint_path", () -> TemplatedText.render(template, variables));
        return path.isBlank() ? base : joined(base, path.strip());
    }

    /// Appends a path as segments, so that it can't become another host.
    private static HttpUrl joined(HttpUrl base, String path) {
        int question = path.indexOf('?');
        String segments = (question < 0 ? path : path.substring(0, question)).replaceFirst("^[/\\\\]+", "");
        HttpUrl.Builder url = base.newBuilder().addEncodedPathSegments(segments);
        if (question >= 0) {
            HttpUrl asked = HttpUrl.get("http://localhost/")
                    .newBuilder()
                    .encodedQuery(path.substring(question + 1))
                    .build();
            asked.queryParameterNames().forEach(name -> url.setQueryParameter(name, asked.queryParameter(name)));
        }
        return url.build();
    }

    private @Nullable String body(JsonNode mapped, String contentType) {
        if (hasNoBody()) {
            return null;
        }
        if (contentType.contains("x-www-form-urlencoded")) {
            HttpUrl.Builder form = url().newBuilder().query(null);
            mapped.forEachEntry((name, value) -> form.setQueryParameter(name, text(value)));
            return String.valueOf(form.build().encodedQuery()).replace("%20", "+");
        }
        return mapped.isString() ? raw(mapped.stringValue(), contentType) : mapped.toString();
    }

    private static String raw(String body, String contentType) {
        if (contentType.contains("json")) {
            try {
                return JSON.readTree(body).toString();
            } catch (JacksonException noJson) {
                throw CallException.configuration("request_mapping", "at /__body__: is not JSON once it is rendered");
            }
        }
        return body;
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    private static <T> T of(String field, Supplier<T> rendering) {
        try {
            return rendering.get();
        } catch (MappingException mistake) {
            String message = String.valueOf(mistake.getMessage());
            throw mistake.isTooComplex()
                    ? CallException.tooComplex(field, message)
                    : CallException.configuration(field, message);
        }
    }
}
