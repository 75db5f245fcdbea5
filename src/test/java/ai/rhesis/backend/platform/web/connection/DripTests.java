package ai.rhesis.backend.platform.web.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.RawRequest;
import ai.rhesis.backend.support.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole server, set to give a request one second to arrive.
class DripTests {

    private static final int THREADS = 10;
    private static final int MANY = 5 * THREADS;

    private static ServerProcess server;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start(
                Map.of("rhesis.arrival.time", "1s", "rhesis.queue.workers", 0, "server.tomcat.threads.max", THREADS));
        port = server.port();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aBodyThatDripsIsCutAndItsSenderIsTold() throws Exception {
        try (SlowClient client = SlowClient.connect(port)) {
            client.send(head("POST /auth/login/email", "Content-Type: application/json", "Content-Length: 100000"));
            client.drip("[");
            assertThat(client.answer()).startsWith("HTTP/1.1 408").contains("The body arrives too slowly");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, text/plain, 415",
        "POST, application/x-www-form-urlencoded, 415",
        "PUT, application/x-www-form-urlencoded, 405",
        "PATCH, application/x-www-form-urlencoded, 405",
        "DELETE, application/x-www-form-urlencoded, 405"
    })
    void aBodyThatNoRouteTakesIsRefusedBeforeItIsRead(String method, String type, int status) throws Exception {
        try (SlowClient client = SlowClient.connect(port)) {
            client.send(head(method + " /auth/login/email", "Content-Type: " + type, "Content-Length: 100000"));
            client.drip("x");
            assertThat(client.firstLine()).startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void aChunkedBodyThatDripsIsCut() throws Exception {
        try (SlowClient client = SlowClient.connect(port)) {
            client.send(head("POST /auth/login/email", "Content-Type: application/json", "Transfer-Encoding: chunked"));
            client.drip("1\r\n \r\n");
            assertThat(client.answer()).startsWith("HTTP/1.1 408").contains("The body arrives too slowly");
        }
    }

    @Test
    void anUploadThatDripsIsCut() throws Exception {
        try (SlowClient client = SlowClient.connect(port)) {
            client.send(head(
                    "POST /import/analyze",
                    "Authorization: Bearer " + token(),
                    "Content-Type: multipart/form-data; boundary=b",
                    "Content-Length: 100000"));
            client.send("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n");
            client.drip("x");
            assertThat(client.answer()).startsWith("HTTP/1.1 408").contains("The body arrives too slowly");
        }
    }

    @Test
    void whoMayNotSendABodyHoldsNoConnectionWithIt() throws Exception {
        try (SlowClient client = SlowClient.connect(port)) {
            client.send(head("POST /tests", "Content-Type: application/json", "Content-Length: 100000"));
            assertThatThrownBy(client::dripOn).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /", "GET /health/live HTTP/1.1\r\nHost: x\r\nX: ", "POST /tests HTTP/1.1\r\n"})
    void aHeadThatDripsIsCutWithoutAWord(String begin) throws Exception {
        try (SlowClient client = SlowClient.connect(port)) {
            client.send(begin);
            client.drip("a");
            assertThat(client.answer()).isEmpty();
        }
    }

    /// Whoever waits for a body holds no thread of the container, of which there are fewer than clients here.
    @Test
    void manyWhoSendNoBodyKeepNobodyElseWaiting() throws Exception {
        List<SlowClient> clients = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            SlowClient client = SlowClient.connect(port);
            client.send(head("POST /auth/login/email", "Content-Type: application/json", "Content-Length: 100000"));
            clients.add(client);
        }
        assertThat(RawRequest.of("GET", "/health/live").status(port)).isEqualTo(200);
        assertThat(organizations().create().get("/projects").status()).isEqualTo(200);
        for (SlowClient client : clients) {
            assertThat(client.isWaiting()).isTrue();
            client.close();
        }
    }

    private static String token() {
        return String.valueOf(
                organizations().create().post("/tokens", Map.of("name", "slow")).text("access_token"));
    }

    private static Organizations organizations() {
        return Organizations.ofServer(port);
    }

    private static String head(String line, String... headers) {
        return line + " HTTP/1.1\r\nHost: x\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    }
}
