package ai.rhesis.backend.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client that reads an answer line by line, and may leave in the middle of it.
public final class LineClient implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int TIMEOUT_MILLISECONDS = 60_000;

    private final Socket socket;
    private final BufferedReader answer;

    private LineClient(Socket socket, BufferedReader answer) {
        this.socket = socket;
        this.answer = answer;
    }

    /// Sends a body as the caller, with a new API token.
    public static LineClient post(int port, Api caller, String path, Map<String, ?> body) throws IOException {
        String token = String.valueOf(
                caller.post("/tokens", Map.of("name", "Token of a reader")).text("access_token"));
        byte[] text = JSON.writeValueAsBytes(body);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLISECONDS);
        socket.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                                + "\r\nContent-Type: application/json\r\nContent-Length: " + text.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().write(text);
        return new LineClient(
                socket, new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
    }

    /// Reads lines until so many of them were like this.
    public void read(int count, Predicate<JsonNode> condition) throws IOException {
        int seen = 0;
        while (seen < count) {
            JsonNode line = next();
            seen += line != null && condition.test(line) ? 1 : 0;
        }
    }

    /// The next line of JSON; null for a line of the head or between two chunks.
    private @Nullable JsonNode next() throws IOException {
        String line = answer.readLine();
        if (line == null) {
            throw new AssertionError("the answer has ended");
        }
        return line.startsWith("{") ? JSON.readTree(line) : null;
    }

    /// Leaves at once: the server's next write fails.
    @Override
    public void close() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
