package ai.rhesis.backend.platform.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/// What is no request, or hardly one.
@IntegrationTest
class ContainerProblemsTests {

    @Autowired
    Organizations organizations;

    @Value("${local.server.port}")
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"GET /tests/%00", "GET /tests/%", "GET /te|sts", "TRACE /tests", "GET /tests/%zz"})
    void whatTheContainerRefusesIsAProblemToo(String request) throws IOException {
        assertThat(answer(request))
                .startsWith("HTTP/1.1 4")
                .containsIgnoringCase("Content-Type: application/json")
                .contains("\"detail\":")
                .doesNotContainIgnoringCase("tomcat");
    }

    @Test
    void aTagThatAProxyMadeWeakStillCounts() {
        Api api = organizations.create();
        String path = "/prompts/" + api.create("/prompts", Map.of("content", "x"));
        String weak = "W/" + api.get(path).header("ETag");
        assertThat(api.with("If-None-Match", weak).get(path).status()).isEqualTo(304);
        assertThat(api.with("If-Match", weak).put(path, Map.of("content", "y")).status())
                .isEqualTo(200);
        assertThat(api.with("If-None-Match", weak).get(path).status()).isEqualTo(200);
    }

    /// Past any client, which would mend the address.
    private String answer(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String text = request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
