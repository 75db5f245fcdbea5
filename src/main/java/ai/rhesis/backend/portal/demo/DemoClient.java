package ai.rhesis.backend.portal.demo;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/// Calls this very server over HTTP, as a client would.
class DemoClient {

    private final RestClient client;

    DemoClient(String address, @Nullable String token) {
        RestClient.Builder builder = RestClient.builder().baseUrl(address);
        client = token == null
                ? builder.build()
                : builder.defaultHeader("Authorization", "Bearer " + token).build();
    }

    JsonNode post(String path, Object body) {
        return Objects.requireNonNull(client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(JsonNode.class));
    }
}
