package ai.rhesis.backend.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.RawRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/// The search for a handler by the first segment of a path finds what a search through all routes would find.
@IntegrationTest
class RouteMappingTests {

    @Autowired
    Organizations organizations;

    @Value("${local.server.port}")
    int port;

    private String token = "";
    private String prompt = "";

    @BeforeEach
    void makePrompt() {
        Api owner = organizations.create();
        token = String.valueOf(owner.post("/tokens", Map.of("name", "x")).text("access_token"));
        prompt = owner.create("/prompts", Map.of("content", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/prompts/ID", "/prompts/ID/", "/%70rompts/ID", "/p%72ompts/ID/", "/prompts/ID?x=/tests/1"})
    void anAddressIsReadDecodedAndWithAnEndingSlash(String path) throws IOException {
        assertThat(send("GET", path)).startsWith("HTTP/1.1 200").contains(prompt);
    }

    @ParameterizedTest
    @CsvSource({
        "/Prompts/ID, 404",
        "/PROMPTS, 404",
        "/prompt/ID, 404",
        "/promptss, 404",
        "/prompts/ID/nothing, 404",
        "/prompts;a=b/ID, 400",
        "/prompts/ID;a=b, 400",
        "/;a=b/prompts/ID, 400",
        "//prompts/ID, 400",
        "/prompts%2FID, 400",
        "/tests/../prompts/ID, 400"
    })
    void anotherAddressIsNone(String path, int status) throws IOException {
        assertThat(RawRequest.statusOf(send("GET", path))).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH, /prompts/ID, 'GET,PUT,DELETE'",
        "PATCH, /%70rompts/ID/, 'GET,PUT,DELETE'",
        "DELETE, /prompts, 'GET,POST'",
        "PUT, /prompts/, 'GET,POST'"
    })
    void aMethodThatAPathLacksIsToldWithThoseThatItHas(String method, String path, String allowed) throws IOException {
        String answer = send(method, path);
        assertThat(answer).startsWith("HTTP/1.1 405");
        assertThat(allowedBy(answer)).contains(allowed.split(","));
    }

    @Test
    void headAnswersWithoutBody() throws IOException {
        assertThat(send("HEAD", "/prompts/ID"))
                .startsWith("HTTP/1.1 200")
                .contains("ETag")
                .doesNotContain(prompt);
        assertThat(send("HEAD", "/Prompts/ID")).startsWith("HTTP/1.1 404");
    }

    @Test
    void optionsTellTheMethods() throws IOException {
        String answer = send("OPTIONS", "/prompts/ID");
        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(allowedBy(answer)).contains("GET", "HEAD", "PUT", "DELETE", "OPTIONS");
    }

    private String send(String method, String path) throws IOException {
        return RawRequest.of(method, path.replace("ID", prompt))
                .with("Authorization", "Bearer " + token)
                .send(port);
    }

    private static String[] allowedBy(String answer) {
        return answer.lines()
                .filter(line -> line.startsWith("Allow: "))
                .flatMap(
                        line -> Arrays.stream(line.substring("Allow: ".length()).split(", *")))
                .toArray(String[]::new);
    }
}
