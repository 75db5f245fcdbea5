package ai.rhesis.backend.integration.endpoint.transport;

import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.CallTimeout;
import ai.rhesis.backend.platform.egress.Egress;
import java.time.Duration;
import java.util.function.Function;
import okhttp3.WebSocket;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The transport over web sockets: one message out, and messages in until there is an answer.
@Component
public class SocketTransport {

    private static final int NORMAL_CLOSURE = 1000;

    private final Egress egress;

    SocketTransport(Egress egress) {
        this.egress = egress;
    }

    /// Sends a message and hands every answer to `listener`, which returns null as long as it needs more; the end of
    /// the conversation is an empty message with [SocketMessage#isLast].
    ///
    /// @throws CallException when the connection fails or closes without an answer, or time is up
    public <T> T talk(Outgoing outgoing, Function<SocketMessage, @Nullable T> listener) {
        return talk(outgoing, listener, CallTimeout.current());
    }

    <T> T talk(Outgoing outgoing, Function<SocketMessage, @Nullable T> listener, Duration timeout) {
        egress.check(outgoing.url());
        Inbox inbox = new Inbox(outgoing, timeout);
        WebSocket socket = egress.socketClient()
                .newWebSocket(HttpTransport.request(outgoing).newBuilder().get().build(), inbox);
        try {
            socket.send(outgoing.body() == null ? "" : outgoing.body());
            return answer(inbox, listener);
        } finally {
            socket.close(NORMAL_CLOSURE, null);
            socket.cancel();
        }
    }

    private static <T> T answer(Inbox inbox, Function<SocketMessage, @Nullable T> listener) {
        while (true) {
            SocketMessage message = inbox.next();
            T answer = listener.apply(message);
            if (answer != null) {
                return answer;
            }
            if (message.isLast()) {
                throw CallException.answer("the connection was closed before there was an answer");
            }
        }
    }
}
