package ai.rhesis.backend.support;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A model server on this machine that really answers: chat completions and embeddings in the protocols of OpenAI and
/// Anthropic, told apart by the path.
///
/// What it says is scripted, one reply per call and in order, and after the script by a rule; it keeps what it was
/// asked.
///
/// ```
/// try (FakeModelServer server = FakeModelServer.start()) {
///     server.will(ModelReply.status(503), ModelReply.json(Map.of("score", 0.9)));
///     … a model with the endpoint server.url() …
///     assertThat(server.received().getFirst().prompt()).contains("…");
/// }
/// ```
public final class FakeModelServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<ModelReply> script = new ConcurrentLinkedQueue<>();
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Function<Received, ModelReply> rule = question -> ModelReply.text("ok");

    private FakeModelServer(HttpServer server) {
        this.server = server;
    }

    public static FakeModelServer start() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 1024);
            FakeModelServer fake = new FakeModelServer(http);
            http.setExecutor(fake.threads);
            http.createContext("/", fake::answer);
            http.start();
            return fake;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /// Where it listens, without a path: `http://127.0.0.1:43210`.
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Gives these replies to the next calls, one each.
    public FakeModelServer will(ModelReply... replies) {
        script.addAll(List.of(replies));
        return this;
    }

    /// Gives a reply to each call that the script leaves over.
    public FakeModelServer always(Function<Received, ModelReply> rule) {
        this.rule = rule;
        return this;
    }

    /// Everything it was asked, in order.
    public List<Received> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Received question = Received.of(exchange);
            received.add(question);
            ModelReply scripted = script.poll();
            ModelReply reply = scripted == null ? rule.apply(question) : scripted;
            // a slow reply waits, unless the test is over before
            if (!reply.delay().isZero() && closed.await(reply.delay().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = reply.body(question.path());
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /// A call that the server got.
    public record Received(String path, Headers headers, JsonNode body) {

        static Received of(HttpExchange exchange) throws IOException {
            byte[] body = exchange.getRequestBody().readAllBytes();
            return new Received(
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    JsonMapper.shared().readTree(body.length == 0 ? "{}".getBytes() : body));
        }

        /// A header's first value, or an empty text.
        public String header(String name) {
            String value = headers.getFirst(name);
            return value == null ? "" : value;
        }

        /// All that was said, whoever said it.
        public String prompt() {
            return body.path("system").findValuesAsString("text").stream().collect(Collectors.joining("\n"))
                    + body.path("system").asString("")
                    + StreamSupport.stream(body.path("messages").spliterator(), false)
                            .map(message -> contentOf(message.path("content")))
                            .collect(Collectors.joining("\n"));
        }

        /// The last message of the user.
        public String question() {
            JsonNode messages = body.path("messages");
            return contentOf(messages.path(messages.size() - 1).path("content"));
        }

        private static String contentOf(JsonNode content) {
            return content.isString() ? content.asString() : String.join("\n", content.findValuesAsString("text"));
        }
    }
}
