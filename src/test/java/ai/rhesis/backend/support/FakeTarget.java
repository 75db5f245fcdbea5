package ai.rhesis.backend.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// A system under test on 127.0.0.1 that really answers, or fails, limits and hangs as it is told.
///
/// By default it says `{"output": "Echo: <input>"}`. What is queued with [#next] comes first, once each.
public final class FakeTarget implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<Reply> next = new ConcurrentLinkedQueue<>();
    private final List<Call> calls = new ArrayList<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();

    private volatile Function<Call, Reply> usual = call -> Reply.output("Echo: " + call.input());
    private volatile Duration latency = Duration.ZERO;

    private FakeTarget() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 1_000);
        } catch (IOException noSocket) {
            throw new UncheckedIOException(noSocket);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    public static FakeTarget start() {
        return new FakeTarget();
    }

    /// What it does from now on with each call.
    public FakeTarget answering(Function<Call, Reply> behaviour) {
        usual = behaviour;
        return this;
    }

    /// How long it takes over each call.
    public FakeTarget taking(Duration time) {
        latency = time;
        return this;
    }

    /// What it does with the next calls, one each, before it goes on as usual.
    public FakeTarget next(Reply... replies) {
        next.addAll(List.of(replies));
        return this;
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /// Everything that was asked so far, in order.
    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    public Call lastCall() {
        return calls().getLast();
    }

    public int inFlight() {
        return inFlight.get();
    }

    /// How many calls it ever had at once.
    public int mostInFlight() {
        return mostInFlight.get();
    }

    private void serve(HttpExchange exchange) throws IOException {
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        try (exchange) {
            Call call = Call.of(exchange);
            synchronized (this) {
                calls.add(call);
            }
            pause(latency);
            Reply queued = next.poll();
            send(exchange, queued == null ? usual.apply(call) : queued);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    private void send(HttpExchange exchange, Reply reply) throws IOException {
        pause(reply.delay());
        if (reply.status() == Reply.BROKEN) {
            return;
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        if (reply.body().length > 0) {
            exchange.getResponseBody().write(reply.body());
        }
    }

    /// Ends early when the target is closed, so that no hanging call keeps a test.
    private void pause(Duration time) {
        try {
            if (!time.isZero()) {
                closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /// One request as it arrived.
    public record Call(String method, String path, @Nullable String query, Map<String, String> headers, String body) {

        private static Call of(HttpExchange exchange) throws IOException {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.getFirst()));
            return new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    exchange.getRequestURI().getRawQuery(),
                    headers,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        }

        public @Nullable String header(String name) {
            return headers.get(name.toLowerCase());
        }

        /// The body as JSON; missing where it is none.
        public JsonNode json() {
            try {
                return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
            } catch (JacksonException noJson) {
                return MissingNode.getInstance();
            }
        }

        /// The `input` of the usual mapping.
        public String input() {
            return json().path("input").asString("");
        }
    }

    /// One answer, or the lack of it.
    public record Reply(int status, Map<String, String> headers, byte[] body, Duration delay) {

        private static final int BROKEN = 0;

        public static Reply output(String output) {
            return json(Map.of("output", output));
        }

        public static Reply json(Object body) {
            return text("application/json", JSON.writeValueAsString(body));
        }

        public static Reply text(String contentType, String body) {
            return bytes(contentType, body.getBytes(StandardCharsets.UTF_8));
        }

        public static Reply bytes(String contentType, byte[] body) {
            return new Reply(200, Map.of("Content-Type", contentType), body, Duration.ZERO);
        }

        public static Reply status(int status) {
            return new Reply(status, Map.of(), new byte[0], Duration.ZERO);
        }

        /// Closes the connection without a word.
        public static Reply broken() {
            return status(BROKEN);
        }

        /// Says nothing for as long as anybody waits.
        public static Reply hanging() {
            return output("late").after(Duration.ofMinutes(10));
        }

        /// Too many requests; come again in so many seconds.
        public static Reply limited(int retryAfterSeconds) {
            return status(429).with("Retry-After", String.valueOf(retryAfterSeconds));
        }

        public static Reply redirect(int status, String location) {
            return status(status).with("Location", location);
        }

        public Reply with(String header, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(header, value);
            return new Reply(status, more, body, delay);
        }

        public Reply withStatus(int other) {
            return new Reply(other, headers, body, delay);
        }

        public Reply after(Duration time) {
            return new Reply(status, headers, body, time);
        }
    }
}
