package ai.rhesis.backend.platform.web.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A client that sends byte by byte, and keeps the server waiting.
record SlowClient(Socket socket) implements AutoCloseable {

    static final int MAX_DROPS = 100;

    private static final int PAUSE_MILLISECONDS = 50;
    private static final int TIMEOUT_MILLISECONDS = 20_000;

    static SlowClient connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLISECONDS);
        return new SlowClient(socket);
    }

    void send(String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(US_ASCII));
        out.flush();
    }

    /// Sends a drop at a time until the other side closes or answers, and gives up long after it should have.
    void drip(String drop) throws Exception {
        for (int sent = 0; sent < MAX_DROPS && socket.getInputStream().available() == 0; sent++) {
            try {
                send(drop);
            } catch (IOException closed) {
                return;
            }
            pause(PAUSE_MILLISECONDS);
        }
    }

    /// Sends on, whatever is answered, and fails when the connection is closed.
    void dripOn() throws Exception {
        for (int sent = 0; sent < MAX_DROPS; sent++) {
            send("x");
            pause(PAUSE_MILLISECONDS);
        }
    }

    /// Tells whether nothing was answered yet, and the connection is open.
    boolean isWaiting() throws IOException {
        socket.setSoTimeout(1);
        try {
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException nothing) {
            return true;
        }
    }

    static void pause(long milliseconds) throws InterruptedException {
        assertThat(new CountDownLatch(1).await(milliseconds, TimeUnit.MILLISECONDS))
                .isFalse();
    }

    String firstLine() throws IOException {
        byte[] buffer = new byte[4096];
        int count = socket.getInputStream().read(buffer);
        return new String(buffer, 0, Math.max(0, count), US_ASCII);
    }

    /// What was answered, up to the end or to the reset that stands for it.
    String answer() {
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[4096];
        try {
            for (int count = 0; count >= 0; count = socket.getInputStream().read(buffer)) {
                answer.append(new String(buffer, 0, count, US_ASCII));
            }
        } catch (InterruptedIOException open) {
            throw new AssertionError("the connection is still open after " + answer, open);
        } catch (IOException reset) {
            return answer.toString();
        }
        return answer.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
