package ai.rhesis.backend.support;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// The server as one caller sees it, over HTTP.
public final class Api {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RestTestClient client;

    Api(RestTestClient client) {
        this.client = client;
    }

    /// The same server for a caller who shows this token.
    public Api as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /// The same caller with one more header on every request.
    public Api with(String header, String value) {
        return new Api(client.mutate().defaultHeader(header, value).build());
    }

    /// The same caller at another server of the same database.
    public Api at(int port) {
        return new Api(client.mutate().baseUrl("http://127.0.0.1:" + port).build());
    }

    public Answer get(String path) {
        return send(HttpMethod.GET, path, null);
    }

    /// Reads at an address with variables in braces, whose values may hold any character.
    public Answer get(String template, Object... values) {
        return answer(client.get().uri(template, values));
    }

    public Answer post(String path, @Nullable Object body) {
        return send(HttpMethod.POST, path, body);
    }

    public Answer put(String path, Object body) {
        return send(HttpMethod.PUT, path, body);
    }

    public Answer patch(String path, Object body) {
        return send(HttpMethod.PATCH, path, body);
    }

    public Answer delete(String path) {
        return send(HttpMethod.DELETE, path, null);
    }

    /// Sends files as a browser's form does, each under the name that it has there.
    public Answer upload(String path, Map<String, byte[]> files) {
        return upload(path, "files", files);
    }

    /// The same with the name that the form has for its files.
    public Answer upload(String path, String part, Map<String, byte[]> files) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        files.forEach((name, content) -> form.add(part, new ByteArrayResource(content) {

            @Override
            public String getFilename() {
                return name;
            }
        }));
        return answer(client.post()
                .uri(path)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form));
    }

    /// The body of an answer as it is.
    public byte[] download(String path) {
        byte[] body = exchange(client.get().uri(path)).getResponseBody();
        return body == null ? new byte[0] : body;
    }

    /// The answer to a body as the text that it is.
    public String text(String path, Object body) {
        byte[] text = exchange(client.post()
                        .uri(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(JSON.writeValueAsString(body)))
                .getResponseBody();
        return text == null ? "" : new String(text, StandardCharsets.UTF_8);
    }

    /// The lines of JSON that answer a body.
    public List<JsonNode> lines(String path, Object body) {
        return text(path, body).lines().map(JSON::readTree).toList();
    }

    /// Makes an object and answers its id.
    public String create(String path, Map<String, ?> body) {
        Answer answer = post(path, body);
        if (answer.status() != 200) {
            throw new AssertionError("POST " + path + " answered " + answer);
        }
        return answer.id();
    }

    /// Sends a body as it is when it is a text, else as JSON.
    public Answer send(HttpMethod method, String path, @Nullable Object body) {
        RestTestClient.RequestBodySpec request = client.method(method).uri(path);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON)
                    .body(body instanceof String text ? text : JSON.writeValueAsString(body));
        }
        return answer(request);
    }

    private static Answer answer(RestTestClient.RequestHeadersSpec<?> request) {
        EntityExchangeResult<byte[]> result = exchange(request);
        return new Answer(result.getStatus().value(), result.getResponseHeaders(), parse(result));
    }

    private static EntityExchangeResult<byte[]> exchange(RestTestClient.RequestHeadersSpec<?> request) {
        EntityExchangeResult<byte[]> result = request.exchange().returnResult(byte[].class);
        DocumentedAnswer.of(result, parse(result)).require();
        return result;
    }

    private static JsonNode parse(EntityExchangeResult<byte[]> result) {
        byte[] body = result.getResponseBody();
        MediaType type = result.getResponseHeaders().getContentType();
        boolean isJson = type != null
                && type.getSubtype().endsWith("json")
                && !type.getSubtype().endsWith("ndjson");
        return body == null || !isJson ? MissingNode.getInstance() : JSON.readTree(body);
    }
}
