package ai.rhesis.backend.support;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client's end of a web socket.
public final class SocketClient implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long TIMEOUT_SECONDS = 20;

    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final List<JsonNode> seen = new ArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final boolean isReading;
    private final WebSocket socket;

    private SocketClient(String address, boolean isReading) {
        this(HTTP.newWebSocketBuilder(), address, isReading);
    }

    private SocketClient(WebSocket.Builder builder, String address, boolean isReading) {
        this.isReading = isReading;
        socket = builder.connectTimeout(Duration.ofSeconds(TIMEOUT_SECONDS))
                .buildAsync(URI.create(address), this)
                .join();
    }

    /// Opens the socket of programs with a token in its header.
    static SocketClient ofProgram(Organizations server, String token, boolean isReading) {
        return new SocketClient(
                HTTP.newWebSocketBuilder().header("Authorization", "Bearer " + token),
                "ws://127.0.0.1:" + server.port() + "/connector/ws",
                isReading);
    }

    /// Opens a socket as the caller, with a new ticket.
    public static SocketClient open(Organizations server, Api caller) {
        SocketClient client = with(server, ticket(caller));
        client.await("connected");
        return client;
    }

    /// Opens a socket with a ticket, or what is given for one.
    public static SocketClient with(Organizations server, String ticket) {
        return new SocketClient(address(server, ticket), true);
    }

    /// Opens a socket as the caller and reads nothing from it.
    public static SocketClient deaf(Organizations server, Api caller) {
        return new SocketClient(address(server, ticket(caller)), false);
    }

    public static String ticket(Api caller) {
        return String.valueOf(caller.post("/ws/token", null).text("token"));
    }

    private static String address(Organizations server, String ticket) {
        return "ws://127.0.0.1:" + server.port() + "/ws?token=" + ticket;
    }

    public SocketClient send(Map<String, ?> message) {
        return send(JSON.writeValueAsString(message));
    }

    /// Sends a text as it is.
    public synchronized SocketClient send(String message) {
        socket.sendText(message, true).join();
        return this;
    }

    /// Closes the socket as a client that has done its work.
    public void leave() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    public SocketClient sendBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        return this;
    }

    /// Sends a message with a payload.
    public SocketClient send(String type, Map<String, ?> payload) {
        return send(Map.of("type", type, "payload", payload));
    }

    /// Follows a channel, once the server said so.
    public SocketClient follow(String channel) {
        send("subscribe", Map.of("channel", channel));
        await("subscribed");
        return this;
    }

    /// The next message of this type.
    public JsonNode await(String type) {
        return await(frame -> frame.path("type").asString().equals(type));
    }

    /// The next message that is like this, of all that come.
    public JsonNode await(Predicate<JsonNode> condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        for (JsonNode frame = next(end); frame != null; frame = next(end)) {
            seen.add(frame);
            if (condition.test(frame)) {
                return frame;
            }
        }
        throw new AssertionError("not told within " + TIMEOUT_SECONDS + " s; seen " + seen);
    }

    private @Nullable JsonNode next(long end) {
        try {
            return frames.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /// All messages that came before the answer to a ping.
    public List<JsonNode> untilPong() {
        int before = seen.size();
        send(Map.of("type", "ping"));
        await("pong");
        return List.copyOf(seen.subList(before, seen.size()));
    }

    /// Begins to read what came in the meantime, up to the end of the connection, however it ended.
    public boolean endsOnceItListens() {
        socket.request(Long.MAX_VALUE);
        return closed.handle((code, broken) -> true)
                .orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /// How many messages came and were not awaited.
    public int received() {
        return frames.size();
    }

    /// The code with which the server closed the socket.
    public int closeCode() {
        return closed.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (isReading) {
            opened.request(1);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean isLast) {
        text.append(piece);
        if (isLast) {
            frames.add(JSON.readTree(text.toString()));
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable broken) {
        closed.completeExceptionally(broken);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
