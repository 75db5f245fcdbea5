package ai.rhesis.backend.support;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/// A request as it goes over the wire, past any client that would mend it.
public record RawRequest(String method, String target, String headers, byte[] body) {

    private static final int TIMEOUT_MILLISECONDS = 30_000;

    public static RawRequest of(String method, String target) {
        return new RawRequest(method, target, "", new byte[0]);
    }

    public RawRequest with(String header, String value) {
        return new RawRequest(method, target, headers + header + ": " + value + "\r\n", body);
    }

    /// The same with a body of this type, and its length.
    public RawRequest with(String type, byte[] content) {
        RawRequest typed = with("Content-Type", type).with("Content-Length", String.valueOf(content.length));
        return new RawRequest(method, target, typed.headers, content);
    }

    public RawRequest withJson(String json) {
        return with("application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /// The same with bytes behind its head, whatever its headers say.
    public RawRequest followedBy(String bytes) {
        return new RawRequest(method, target, headers, bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// The whole answer, head and body.
    public String send(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLISECONDS);
            write(socket.getOutputStream());
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// The status of the answer; 0 when there is none.
    public int status(int port) throws IOException {
        return statusOf(send(port));
    }

    public static int statusOf(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    private void write(OutputStream out) throws IOException {
        String head =
                method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
        try {
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
        } catch (SocketException refusedMeanwhile) {
            // the answer says why
        }
    }
}
