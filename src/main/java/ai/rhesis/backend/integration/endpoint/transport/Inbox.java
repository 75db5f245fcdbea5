package ai.rhesis.backend.integration.endpoint.transport;

import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.Failures;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/// The messages of one web socket in the order of their coming, for the thread that waits for them.
final class Inbox extends WebSocketListener {

    private final BlockingQueue<Object> arrived = new LinkedBlockingQueue<>();
    private final Outgoing outgoing;
    private final Duration timeout;
    private final long end;

    Inbox(Outgoing outgoing, Duration timeout) {
        this.outgoing = outgoing;
        this.timeout = timeout;
        end = System.nanoTime() + timeout.toNanos();
    }

    /// @throws CallException when the connection failed or time is up
    SocketMessage next() {
        Object next = await();
        if (next instanceof SocketMessage message) {
            return message;
        }
        throw next instanceof CallException failure
                ? failure
                : CallException.timeout(host() + " did not answer within " + timeout.toSeconds() + " seconds");
    }

    private @Nullable Object await() {
        try {
            return arrived.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException abandoned) {
            Thread.currentThread().interrupt();
            return CallException.timeout("the call to " + host() + " was cancelled");
        }
    }

    private String host() {
        return outgoing.url().host();
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        arrived.add(new SocketMessage(outgoing.redaction().apply(text), false));
    }

    @Override
    public void onMessage(WebSocket socket, ByteString bytes) {
        onMessage(socket, bytes.utf8());
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
        arrived.add(new SocketMessage("", true));
    }

    @Override
    public void onFailure(WebSocket socket, Throwable failure, @Nullable Response response) {
        arrived.add(told(failure, response));
    }

    private CallException told(Throwable failure, @Nullable Response response) {
        try {
            if (response != null && response.code() != 101) {
                return HttpTransport.failure(response, outgoing.redaction());
            }
        } catch (IOException unreadable) {
            // told as what it is: no connection
        }
        return failure instanceof IOException broken
                ? Failures.of(broken, host(), timeout)
                : CallException.network("the connection to " + host() + " failed");
    }
}
