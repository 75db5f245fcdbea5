package ai.rhesis.backend.portal.demo;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/// A client of this very server, over HTTP as anybody's.
class DemoClient {

    private final RestClient client;

    DemoClient(String address, @Nullable String token) {
        RestClient.Builder builder = RestClient.builder().baseUrl(address);
        client = token == null
                ? builder.build()
                : builder.defaultHeader("Authorization", "Bearer " + token).build();
    }

    JsonNode get(String path) {
        return Objects.requireNonNull(client.get().uri(path).retrieve().body(JsonNode.class));
    }

    JsonNode post(String path, Object body) {
        return send(HttpMethod.POST, path, body);
    }

    JsonNode put(String path, Object body) {
        return send(HttpMethod.PUT, path, body);
    }

    /// Makes an object and returns its id.
    String create(String path, Object body) {
        return post(path, body).path("id").asString();
    }

    private JsonNode send(HttpMethod method, String path, Object body) {
        return Objects.requireNonNull(client.method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(JsonNode.class));
    }
}
