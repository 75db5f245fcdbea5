import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// A system under test that answers after a while and counts: `java bench/Target.java <port> <milliseconds>`.
///
/// `GET /stats` tells how many calls there were, how often the same input came, how many are in flight, how many were at
/// most, and how long a call took on average as seen from here; `POST /reset` begins anew.
class Target {

    private static final AtomicInteger inFlight = new AtomicInteger();
    private static final AtomicInteger mostInFlight = new AtomicInteger();
    private static final AtomicLong calls = new AtomicLong();
    private static final AtomicLong nanos = new AtomicLong();
    private static final Map<String, Integer> inputs = new ConcurrentHashMap<>();

    public static void main(String[] arguments) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
        long millis = Long.parseLong(arguments[1]);
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])), 2_000);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/stats", exchange -> send(exchange, stats()));
        server.createContext("/reset", exchange -> {
            calls.set(0);
            nanos.set(0);
            mostInFlight.set(0);
            inputs.clear();
            send(exchange, "{}");
        });
        server.createContext("/", exchange -> answer(exchange, millis));
        server.start();
    }

    private static void answer(HttpExchange exchange, long millis) throws IOException {
        long begin = System.nanoTime();
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        try {
            String input = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            inputs.merge(input, 1, Integer::sum);
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            // before the answer is on its way: whoever reads it may call again at once
            inFlight.decrementAndGet();
            calls.incrementAndGet();
            nanos.addAndGet(System.nanoTime() - begin);
        }
        send(exchange, "{\"output\":\"Hello, how can I help?\"}");
    }

    private static String stats() {
        long count = calls.get();
        return "{\"calls\":%d,\"inputs\":%d,\"repeated\":%d,\"in_flight\":%d,\"most_in_flight\":%d,\"mean_millis\":%s}"
                .formatted(
                        count,
                        inputs.size(),
                        inputs.values().stream().filter(times -> times > 1).count(),
                        inFlight.get(),
                        mostInFlight.get(),
                        count == 0 ? 0 : nanos.get() / count / 1e6);
    }

    private static void send(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
