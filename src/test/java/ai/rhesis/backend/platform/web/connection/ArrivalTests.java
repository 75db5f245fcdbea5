package ai.rhesis.backend.platform.web.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A container with small limits, and clients that keep it waiting.
class ArrivalTests {

    private static final ArrivalLimits SMALL = new ArrivalLimits(Duration.ofMillis(500), 100_000, 8 * 1024 * 1024);
    private static final int MOST_DROPS = 100;

    @TempDir
    Path directory;

    private final Tomcat tomcat = new Tomcat();
    private int port;

    @BeforeEach
    void start() throws Exception {
        tomcat.setBaseDir(directory.toString());
        Connector connector = new Connector(new TimedProtocol(SMALL));
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        tomcat.setConnector(connector);
        tomcat.getEngine().getPipeline().addValve(new ArrivalValve(SMALL));
        Context context = tomcat.addContext("", directory.toString());
        Tomcat.addServlet(context, "reads", new Reader()).addMapping("/read");
        Tomcat.addServlet(context, "refuses", new Refuser()).addMapping("/refuse");
        tomcat.start();
        port = connector.getLocalPort();
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void aBodyThatArrivesAtOnceIsRead() throws Exception {
        assertThat(exchange("POST /read HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello"))
                .startsWith("HTTP/1.1 200")
                .endsWith("5");
    }

    @Test
    void aBodyThatDripsIsCutAndItsSenderIsTold() throws Exception {
        try (Socket socket = connect()) {
            write(socket, "POST /read HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n");
            drip(socket, "x");
            assertThat(readAll(socket)).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void aChunkedBodyThatDripsIsCut() throws Exception {
        try (Socket socket = connect()) {
            write(socket, "POST /read HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
            drip(socket, "1\r\nx\r\n");
            assertThat(readAll(socket)).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void aRefusedBodyThatDripsHoldsNoConnection() throws Exception {
        try (Socket socket = connect()) {
            write(socket, "POST /refuse HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n");
            assertThatThrownBy(() -> dripOn(socket)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aHeadThatDripsIsCut() throws Exception {
        try (Socket socket = connect()) {
            write(socket, "GET /read HTTP/1.1\r\n");
            drip(socket, "X: y\r\n");
            assertThat(readAll(socket)).isEmpty();
        }
    }

    @Test
    void aRequestLineThatDripsIsCut() throws Exception {
        try (Socket socket = connect()) {
            write(socket, "GET /");
            drip(socket, "a");
            assertThat(readAll(socket)).isEmpty();
        }
    }

    @Test
    void theNextRequestOfAConnectionHasItsOwnTime() throws Exception {
        String request = "GET /read HTTP/1.1\r\nHost: x\r\n\r\n";
        try (Socket socket = connect()) {
            for (int round = 0; round < 3; round++) {
                write(socket, request);
                assertThat(firstLine(socket)).startsWith("HTTP/1.1 200");
                pause(SMALL.time().toMillis());
            }
        }
    }

    @Test
    void whoSendsFastEnoughMayTakeLonger() throws Exception {
        int size = 200_000;
        try (Socket socket = connect()) {
            write(
                    socket,
                    "POST /read HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " + size + "\r\n\r\n");
            for (int sent = 0; sent < size; sent += 20_000) {
                write(socket, "x".repeat(20_000));
                pause(90);
            }
            assertThat(readAll(socket)).startsWith("HTTP/1.1 200").endsWith(String.valueOf(size));
        }
    }

    @Test
    void whoIsStillSendingWhenRefusedReadsTheAnswer() throws Exception {
        int size = 6 * 1024 * 1024;
        try (Socket socket = connect()) {
            write(
                    socket,
                    "POST /refuse HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " + size + "\r\n\r\n");
            write(socket, "x".repeat(size));
            assertThat(readAll(socket)).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void whatIsReadOfARefusedBodyHasAnEnd() throws Exception {
        try (Socket socket = connect()) {
            write(socket, "POST /refuse HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "100000\r\n" + "x".repeat(0x100000) + "\r\n";
            assertThatThrownBy(() -> {
                        for (int sent = 0; sent < MOST_DROPS; sent++) {
                            write(socket, chunk);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    /// Sends a drop at a time until the other side closes or answers, and gives up long after it should have.
    private static void drip(Socket socket, String drop) throws Exception {
        for (int sent = 0; sent < MOST_DROPS && socket.getInputStream().available() == 0; sent++) {
            try {
                write(socket, drop);
            } catch (IOException closed) {
                return;
            }
            pause(50);
        }
    }

    /// Sends on, whatever is answered, and fails when the connection is closed.
    private static void dripOn(Socket socket) throws Exception {
        for (int sent = 0; sent < MOST_DROPS; sent++) {
            write(socket, "x");
            pause(50);
        }
    }

    private static void pause(long milliseconds) throws InterruptedException {
        assertThat(new CountDownLatch(1).await(milliseconds, TimeUnit.MILLISECONDS))
                .isFalse();
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = connect()) {
            write(socket, request);
            return readAll(socket);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(US_ASCII));
        out.flush();
    }

    private static String firstLine(Socket socket) throws IOException {
        byte[] buffer = new byte[4096];
        int count = socket.getInputStream().read(buffer);
        return new String(buffer, 0, Math.max(0, count), US_ASCII);
    }

    /// What was answered, up to the end or to the reset that stands for it.
    private static String readAll(Socket socket) {
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

    /// Reads a body whole and answers its length.
    private static final class Reader extends HttpServlet {

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                int length = request.getInputStream().readAllBytes().length;
                response.getWriter().print(length);
            } catch (IOException broken) {
                response.setStatus(HttpServletResponse.SC_REQUEST_TIMEOUT);
                response.flushBuffer();
            }
        }
    }

    /// Answers without reading a body.
    private static final class Refuser extends HttpServlet {

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
    }
}
