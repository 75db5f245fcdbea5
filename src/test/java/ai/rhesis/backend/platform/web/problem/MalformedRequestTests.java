package ai.rhesis.backend.platform.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Logs;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.RawRequest;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/// What nobody needs a token for.
@IntegrationTest
class MalformedRequestTests {

    private static final int MEGABYTE = 1024 * 1024;

    @Autowired
    Organizations organizations;

    @Value("${local.server.port}")
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/health",
                "/health/live",
                "/openapi.json",
                "/docs",
                "/auth/login/email",
                "/tests",
                "/nowhere"
            })
    void badAddressesFloodNoLog(String path) throws IOException {
        try (Logs logs = Logs.all()) {
            for (String query :
                    new String[] {"x=%zz", "x=%", "x=%00", "x=%f", "x=%C3%28", "x=%ED%A0%80", "x=%FF&y=1", "x=\u00ff"
                    }) {
                String answer = RawRequest.of("GET", path + "?" + query).send(port);
                assertThat(answer).as(query).startsWith("HTTP/1.1 400").contains("Content-Type: application/json");
            }
            assertThat(logs.lines()).isEmpty();
        }
    }

    @Test
    void theBadParameterIsNamed() throws IOException {
        assertThat(RawRequest.of("GET", "/health/live?a=1&b=%zz&c=2").send(port))
                .contains("\"field\":\"b\"");
        assertThat(RawRequest.of("GET", "/health/live?%zz=1").send(port)).contains("\"field\":\"query\"");
        assertThat(RawRequest.of("GET", "/health/live?x=%C3%A4&y=+&z").status(port))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "TRACE", "FOO", "get", "PROPFIND", "TRACK", "PRI"})
    void methodsThatAreNoneAreRefused(String method) throws IOException {
        try (Logs logs = Logs.all()) {
            for (String path : new String[] {"/tests", "/health/live", "/nowhere"}) {
                assertThat(RawRequest.of(method, path).send(port))
                        .startsWith("HTTP/1.1 405")
                        .contains("Content-Type: application/json");
            }
            assertThat(logs.lines()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "x, 415",
        "/, 415",
        "application/, 415",
        ";, 415",
        "application/json;charset=none, 415",
        "text/plain, 415",
        "application/yaml, 415",
        "application/xml, 415",
        "application/cbor, 415"
    })
    void contentTypesThatAreNoneAreRefused(String type, int status) throws IOException {
        Api owner = organizations.create();
        String token = String.valueOf(owner.post("/tokens", Map.of("name", "x")).text("access_token"));
        Map<String, String> objects = Map.of(
                "PUT", "/prompts/" + owner.create("/prompts", Map.of("content", "x")),
                "PATCH", "/tasks/" + owner.create("/tasks", Map.of("title", "x")),
                "POST", "/prompts");
        for (Map.Entry<String, String> object : objects.entrySet()) {
            assertThat(RawRequest.of(object.getKey(), object.getValue())
                            .with("Authorization", "Bearer " + token)
                            .with(type, "{}".getBytes())
                            .status(port))
                    .as(object.getKey())
                    .isEqualTo(status);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zz\r\n{}\r\n0\r\n\r\n", "-1\r\n{}", "2\r\n{}xx\r\n", "fffffffffffffffff\r\n{}", "\r\n\r\n"})
    void chunksThatAreNoneAreRefused(String body) throws IOException {
        try (Logs logs = Logs.all()) {
            assertThat(RawRequest.of("POST", "/auth/login/email")
                            .with("Content-Type", "application/json")
                            .with("Transfer-Encoding", "chunked")
                            .followedBy(body)
                            .send(port))
                    .startsWith("HTTP/1.1 400")
                    .contains("\"field\":\"body\"");
            assertThat(logs.lines()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Transfer-Encoding, gzip, 400",
        "Transfer-Encoding, 'gzip, identity', 400",
        "Content-Encoding, gzip, 415",
        "Content-Encoding, zstd, 415"
    })
    void packedBodiesAreRefused(String header, String encoding, int status) throws IOException {
        assertThat(RawRequest.of("POST", "/auth/login/email")
                        .with(header, encoding)
                        .withJson("{}")
                        .send(port))
                .startsWith("HTTP/1.1 " + status)
                .contains("\"field\":\"" + header + "\"");
    }

    @Test
    void floodsOfHeadersAreRefused() throws IOException {
        RawRequest many = RawRequest.of("GET", "/health/live");
        for (int header = 0; header < 200; header++) {
            many = many.with("X-" + header, "y");
        }
        assertThat(many.status(port)).isBetween(400, 499);
        assertThat(RawRequest.of("GET", "/health/live")
                        .with("X", "y".repeat(100_000))
                        .status(port))
                .isBetween(400, 499);
    }

    @Test
    void anUploadThatIsTooLargeIsToldSo() throws IOException {
        Api owner = organizations.create();
        String token = String.valueOf(owner.post("/tokens", Map.of("name", "x")).text("access_token"));
        byte[] body = new byte[60 * MEGABYTE];
        byte[] head = "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.bin\"\r\n\r\n".getBytes();
        System.arraycopy(head, 0, body, 0, head.length);
        String answer = RawRequest.of("POST", "/import/analyze")
                .with("Authorization", "Bearer " + token)
                .with("multipart/form-data; boundary=b", body)
                .send(port);
        assertThat(answer).startsWith("HTTP/1.1 413").contains("limit_bytes");
        assertThat(RawRequest.of("POST", "/prompts")
                        .with("Authorization", "Bearer " + token)
                        .with("application/json", new byte[60 * MEGABYTE])
                        .status(port))
                .isBetween(413, 422);
    }
}
