package ai.rhesis.backend.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.FakeTarget.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Calls over real sockets, all of them to loopback: 127.0.0.1 is allowed here, 127.0.0.2 is not.
class EgressTests {

    private final FakeTarget target = FakeTarget.start();
    private final Egress egress = egress("127.0.0.1");

    @AfterEach
    void stop() {
        target.close();
    }

    @Test
    void allowedAddressIsCalled() throws IOException {
        assertThat(get(egress.client(), target.url())).contains("Echo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2:%d", "http://2130706434:%d", "http://0x7f000002:%d", "http://0x7f.0.0.2:%d",
                "http://127.2:%d", "http://[::ffff:127.0.0.2]:%d", "http://①②⑦.0.0.2:%d", "http://1%%32%%37.0.0.2:%d",
            })
    void refusedAddressIsNotConnectedToHoweverItIsSpelled(String url) throws IOException {
        try (ServerSocketChannel listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress("127.0.0.2", 0)).configureBlocking(false);
            int port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
            assertThatThrownBy(() -> get(egress.client(), url.formatted(port))).isInstanceOf(CallException.class);
            assertThat(listener.accept()).isNull();
        }
    }

    @Test
    void socketsLookAtTheAddressWhateverTheNameServiceSaid() throws IOException {
        try (ServerSocketChannel listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress("127.0.0.2", 0)).configureBlocking(false);
            int port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
            OkHttpClient lied = egress.guarded(new OkHttpClient.Builder())
                    .dns(host -> List.of(InetAddress.ofLiteral("127.0.0.2")))
                    .build();
            assertThatThrownBy(() -> get(lied, "http://target.example:" + port))
                    .isInstanceOf(CallException.class)
                    .hasMessageContaining("private");
            assertThat(listener.accept()).isNull();
        }
    }

    @Test
    void socketsDoNotLookNamesUp() throws IOException {
        try (Socket socket = new GuardedSockets(guard("127.0.0.1")).createSocket()) {
            assertThatThrownBy(() -> socket.connect(InetSocketAddress.createUnresolved("target.example", 80), 100))
                    .isInstanceOf(CallException.class);
        }
        assertThatThrownBy(() -> new GuardedSockets(guard("127.0.0.1")).createSocket("127.0.0.1", target.port()))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void connectionOfAnAllowedHostIsNotAnothersToUse() throws IOException {
        Egress named = egress("bot.internal");
        String path = ":" + target.port() + "/";
        assertThat(get(named.client(), "http://bot.internal" + path)).contains("Echo");
        assertThatThrownBy(() -> get(named.client(), "http://other.internal" + path))
                .isInstanceOf(CallException.class);
        assertThat(target.calls()).hasSize(1);
    }

    @Test
    void proxyOfTheSystemIsNotUsed() throws IOException {
        System.setProperty("http.proxyHost", "127.0.0.2");
        System.setProperty("http.proxyPort", "9");
        try {
            assertThat(get(egress("127.0.0.1").client(), target.url())).contains("Echo");
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.proxyPort");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 308})
    void redirectOnTheHostIsFollowedWithTheBody(int status) throws IOException {
        target.next(Reply.redirect(status, "/elsewhere?x=1"));
        assertThat(post(target.url())).contains("Echo: hello");
        assertThat(target.lastCall().path()).isEqualTo("/elsewhere");
        assertThat(target.calls()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectOnTheHostIsFollowedForReading(int status) throws IOException {
        target.next(Reply.redirect(status, target.url() + "/elsewhere"));
        assertThat(get(egress.client(), target.url())).contains("Echo");
    }

    @Test
    void redirectOffTheHostIsRefused() {
        try (FakeTarget elsewhere = FakeTarget.start()) {
            for (String location : List.of(
                    elsewhere.url(),
                    "http://localhost:" + target.port(),
                    "//127.0.0.2:" + target.port(),
                    "https://127.0.0.1:" + target.port(),
                    "http://169.254.169.254/latest/meta-data")) {
                target.next(Reply.redirect(302, location));
                assertThatThrownBy(() -> get(egress.client(), target.url()))
                        .isInstanceOfSatisfying(
                                CallException.class,
                                refused -> assertThat(refused.reason()).isEqualTo(CallException.Reason.REFUSED))
                        .hasMessageContaining("redirects");
            }
            assertThat(elsewhere.calls()).isEmpty();
        }
    }

    @Test
    void redirectsInACircleEnd() {
        target.answering(call -> Reply.redirect(307, "/again"));
        assertThatThrownBy(() -> get(egress.client(), target.url())).isInstanceOf(IOException.class);
        assertThat(target.calls().size()).isLessThan(30);
    }

    /// As servers of HTTP/1.0 and those with short idle times do: the second request finds the connection closed.
    @Test
    void connectionThatWasClosedMeanwhileIsOpenedAnew() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> answerOncePerConnection(server));
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/";
            assertThat(post(url)).isEqualTo("ok");
            assertThat(post(url)).isEqualTo("ok");
        }
    }

    private static void answerOncePerConnection(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                readRequest(connection);
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII));
                readRequest(connection);
            } catch (IOException closed) {
                // by the other side, or because the test is over
            }
        }
    }

    private static void readRequest(Socket connection) throws IOException {
        String all = "";
        while (!all.endsWith("hello")) {
            int next = connection.getInputStream().read();
            if (next < 0) {
                return;
            }
            all += (char) next;
        }
    }

    @Test
    void clientDoesNotTryAgainByItself() {
        for (Reply failure :
                List.of(Reply.limited(0), Reply.status(408), Reply.status(503).with("Retry-After", "0"))) {
            int before = target.calls().size();
            target.next(failure);
            assertThatThrownBy(() -> get(egress.client(), target.url())).hasMessageContaining("answered");
            assertThat(target.calls()).hasSize(before + 1);
        }
    }

    @Test
    void newConnectionThatBreaksIsNotTriedAgain() {
        target.next(Reply.broken());
        assertThatThrownBy(() -> get(egress.client(), target.url())).isInstanceOf(IOException.class);
        assertThat(target.calls()).hasSize(1);
    }

    private static String get(OkHttpClient client, String url) throws IOException {
        return read(client, new Request.Builder().url(url).build());
    }

    private String post(String url) throws IOException {
        RequestBody body = RequestBody.create("{\"input\": \"hello\"}", MediaType.get("application/json"));
        return read(egress.client(), new Request.Builder().url(url).post(body).build());
    }

    private static String read(OkHttpClient client, Request request) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("answered " + response.code());
            }
            return response.body().string();
        }
    }

    private static Egress egress(String... allowed) {
        return new Egress(guard(allowed));
    }

    private static AddressGuard guard(String... allowed) {
        return new AddressGuard(EgressTests::resolve, new EgressSettings(List.of(allowed)));
    }

    /// Knows literals as the platform does, and two names; nothing is asked of a real name service.
    private static InetAddress[] resolve(String host) throws UnknownHostException {
        if (host.endsWith(".internal")) {
            return new InetAddress[] {InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})};
        }
        try {
            return new InetAddress[] {InetAddress.ofLiteral(host.replaceFirst("\\.$", ""))};
        } catch (IllegalArgumentException name) {
            throw new UnknownHostException(host);
        }
    }
}
