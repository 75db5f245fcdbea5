package ai.rhesis.backend.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.function.BiConsumer;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/// A system under test on 127.0.0.1 that is talked to over a web socket.
public final class FakeSocket implements AutoCloseable {

    private final MockWebServer server = new MockWebServer();

    private FakeSocket() {
        try {
            server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
        } catch (IOException noSocket) {
            throw new UncheckedIOException(noSocket);
        }
    }

    /// What it does with each message of the next conversations.
    public static FakeSocket answering(BiConsumer<WebSocket, String> behaviour) {
        FakeSocket socket = new FakeSocket();
        for (int conversation = 0; conversation < 8; conversation++) {
            socket.next(new MockResponse.Builder()
                    .webSocketUpgrade(new WebSocketListener() {
                        @Override
                        public void onMessage(WebSocket connection, String text) {
                            behaviour.accept(connection, text);
                        }

                        @Override
                        public void onClosing(WebSocket connection, int code, String reason) {
                            connection.close(code, reason);
                        }
                    })
                    .build());
        }
        return socket;
    }

    /// One that refuses to talk.
    public static FakeSocket refusing(int status, String... header) {
        FakeSocket socket = new FakeSocket();
        MockResponse.Builder refusal = new MockResponse.Builder().code(status).body("no entry");
        for (int i = 0; i < header.length; i += 2) {
            refusal.addHeader(header[i], header[i + 1]);
        }
        return socket.next(refusal.build());
    }

    private FakeSocket next(MockResponse response) {
        server.enqueue(response);
        return this;
    }

    public String url() {
        return "ws://127.0.0.1:" + server.getPort() + "/";
    }

    public int handshakes() {
        return server.getRequestCount();
    }

    /// The handshake of the next conversation.
    public RecordedRequest handshake() {
        try {
            return server.takeRequest();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
