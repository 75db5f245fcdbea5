package ai.rhesis.backend.platform.web.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/// A container with small limits, and clients that keep it waiting.
class ArrivalTests {

    private static final ArrivalLimits SMALL =
            new ArrivalLimits(Duration.ofMillis(500), 100_000, DataSize.ofMegabytes(8));

    @TempDir
    Path directory;

    private final Tomcat tomcat = new Tomcat();
    private int port;

    @BeforeEach
    void start() throws Exception {
        tomcat.setBaseDir(directory.toString());
        TimedProtocol protocol = new TimedProtocol();
        protocol.keep(SMALL);
        Connector connector = new Connector(protocol);
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
        try (SlowClient client = connect()) {
            client.send("POST /read HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n");
            client.drip("x");
            assertThat(client.answer()).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void aChunkedBodyThatDripsIsCut() throws Exception {
        try (SlowClient client = connect()) {
            client.send("POST /read HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
            client.drip("1\r\nx\r\n");
            assertThat(client.answer()).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void aRefusedBodyThatDripsHoldsNoConnection() throws Exception {
        try (SlowClient client = connect()) {
            client.send("POST /refuse HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n");
            assertThatThrownBy(() -> client.dripOn()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aHeadThatDripsIsCut() throws Exception {
        try (SlowClient client = connect()) {
            client.send("GET /read HTTP/1.1\r\n");
            client.drip("X: y\r\n");
            assertThat(client.answer()).isEmpty();
        }
    }

    @Test
    void aRequestLineThatDripsIsCut() throws Exception {
        try (SlowClient client = connect()) {
            client.send("GET /");
            client.drip("a");
            assertThat(client.answer()).isEmpty();
        }
    }

    @Test
    void theNextRequestOfAConnectionHasItsOwnTime() throws Exception {
        String request = "GET /read HTTP/1.1\r\nHost: x\r\n\r\n";
        try (SlowClient client = connect()) {
            for (int round = 0; round < 3; round++) {
                client.send(request);
                assertThat(client.firstLine()).startsWith("HTTP/1.1 200");
                SlowClient.pause(SMALL.time().toMillis());
            }
        }
    }

    @Test
    void whoSendsFastEnoughMayTakeLonger() throws Exception {
        int size = 200_000;
        try (SlowClient client = connect()) {
            client.send("POST /read HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " + size + "\r\n\r\n");
            for (int sent = 0; sent < size; sent += 20_000) {
                client.send("x".repeat(20_000));
                SlowClient.pause(90);
            }
            assertThat(client.answer()).startsWith("HTTP/1.1 200").endsWith(String.valueOf(size));
        }
    }

    @Test
    void whoIsStillSendingWhenRefusedReadsTheAnswer() throws Exception {
        int size = 6 * 1024 * 1024;
        try (SlowClient client = connect()) {
            client.send(
                    "POST /refuse HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " + size + "\r\n\r\n");
            client.send("x".repeat(size));
            assertThat(client.answer()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void whatIsReadOfARefusedBodyHasAnEnd() throws Exception {
        try (SlowClient client = connect()) {
            client.send("POST /refuse HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "100000\r\n" + "x".repeat(0x100000) + "\r\n";
            assertThatThrownBy(() -> {
                        for (int sent = 0; sent < SlowClient.MAX_DROPS; sent++) {
                            client.send(chunk);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    private SlowClient connect() throws IOException {
        return SlowClient.connect(port);
    }

    private String exchange(String request) throws IOException {
        try (SlowClient client = connect()) {
            client.send(request);
            return client.answer();
        }
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
