package ai.rhesis.backend.annotation.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

/// Against a small server that keeps objects as S3 does, as far as the store needs it.
class BucketStoreTests {

    private static final byte[] HELLO = "Hello".getBytes();

    final Map<String, byte[]> objects = new ConcurrentHashMap<>();

    HttpServer server;
    BucketStore store;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        store = new BucketStore(new FileSettings.S3("files", "eu-central-1", endpoint, "key", "secret"));
    }

    @AfterEach
    void stop() {
        store.close();
        server.stop(0);
    }

    @Test
    void whatIsPutCanBeRead() throws IOException {
        assertThat(store.has("o/a")).isFalse();
        store.put("o/a", new ByteArrayResource(HELLO), HELLO.length);
        assertThat(store.has("o/a")).isTrue();
        assertThat(objects).containsOnlyKeys("/files/o/a");
        try (InputStream content = store.open("o/a")) {
            assertThat(content.readAllBytes()).isEqualTo(HELLO);
        }
    }

    @Test
    void whatIsThereIsNotPutAgain() throws IOException {
        objects.put("/files/o/a", HELLO);
        store.put("o/a", new ByteArrayResource("Other".getBytes()), 5);
        assertThat(objects.get("/files/o/a")).isEqualTo(HELLO);
    }

    @Test
    void whatIsRemovedIsGone() throws IOException {
        store.put("o/a", new ByteArrayResource(HELLO), HELLO.length);
        store.remove("o/a");
        store.remove("o/a");
        assertThat(store.has("o/a")).isFalse();
        assertThatThrownBy(() -> store.open("o/a")).isInstanceOf(IOException.class);
    }

    @Test
    void largeContentIsWhole() throws IOException {
        byte[] large = new byte[3 * 1024 * 1024];
        java.util.Arrays.fill(large, (byte) 7);
        store.put("o/large", new ByteArrayResource(large), large.length);
        assertThat(objects.get("/files/o/large")).isEqualTo(large);
    }

    @Test
    void bucketThatDoesNotAnswerIsAFailure() {
        server.stop(0);
        assertThatThrownBy(() -> store.has("o/a")).isInstanceOf(IOException.class);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            boolean signed = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                    .startsWith("AWS4-HMAC-SHA256 Credential=key/");
            byte[] sent = exchange.getRequestBody().readAllBytes();
            switch (signed ? exchange.getRequestMethod() : "unsigned") {
                case "PUT" -> {
                    objects.put(path, sent);
                    exchange.sendResponseHeaders(200, -1);
                }
                case "HEAD" -> exchange.sendResponseHeaders(objects.containsKey(path) ? 200 : 404, -1);
                case "GET" -> get(exchange, objects.get(path));
                case "DELETE" -> {
                    objects.remove(path);
                    exchange.sendResponseHeaders(204, -1);
                }
                default -> exchange.sendResponseHeaders(403, -1);
            }
        }
    }

    private static void get(HttpExchange exchange, byte @org.jspecify.annotations.Nullable [] object)
            throws IOException {
        if (object == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            exchange.sendResponseHeaders(200, object.length);
            exchange.getResponseBody().write(object);
        }
    }
}
