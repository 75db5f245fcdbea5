package ai.rhesis.backend.platform.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.rhesis.backend.platform.websocket.Arrivals;
import ai.rhesis.backend.platform.websocket.ConnectionWatch;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Logs;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.RawRequest;
import ai.rhesis.backend.support.SecondNode;
import ai.rhesis.backend.support.SocketClient;
import ai.rhesis.backend.support.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Opens sockets as browsers do.
@IntegrationTest
class SocketApiTests {

    @Autowired
    Organizations organizations;

    @Autowired
    OpenSockets sockets;

    @Autowired
    Arrivals arrivals;

    @Autowired
    ConnectionWatch watch;

    @Test
    void ticketsAreNotKeptForAnIdempotencyKey() {
        Api owner = organizations.founder().with("Idempotency-Key", "once");
        String first = owner.post("/ws/token", null).text("token");
        assertThat(owner.post("/ws/token", null).text("token")).isNotNull().isNotEqualTo(first);
    }

    @Test
    void ticketOpensOneSocketForItsHolder() {
        Api owner = organizations.founder();
        Answer issued = owner.post("/ws/token", null);
        assertThat(issued.status()).isEqualTo(200);
        assertThat(issued.at("expires_in").asInt()).isEqualTo(60);
        assertThat(issued.header("Cache-Control")).isEqualTo("no-store");
        String ticket = String.valueOf(issued.text("token"));
        try (SocketClient client = SocketClient.with(organizations, ticket)) {
            JsonNode greeting = client.await("connected").path("payload");
            assertThat(greeting.path("connection_id").asString()).isNotBlank();
            assertThat(greeting.path("org_id").asString()).isEqualTo(organizationOf(owner));
            assertThat(greeting.path("user_id").asString()).isEqualTo(userOf(owner));
            assertThat(closeCodeOfASecondUse(ticket)).isEqualTo(1008);
        }
    }

    @Test
    void viewersGetTicketsAndProgramsDoNot() {
        Api owner = organizations.create();
        assertThat(owner.post("/ws/token", null).status()).isEqualTo(403);
        try (SocketClient viewer = SocketClient.open(organizations, organizations.joined(owner, "viewer"))) {
            assertThat(viewer.untilPong()).hasSize(1);
        }
    }

    @Test
    void nothingButALivingTicketOpensASocket() {
        String accessToken = accessToken();
        Api owner = organizations.anonymous().as(accessToken);
        owner.create("/organizations", Map.of("name", "Organization " + UUID.randomUUID()));
        String apiToken =
                String.valueOf(owner.post("/tokens", Map.of("name", "x")).text("access_token"));
        String expired = SocketClient.ticket(owner);
        age(owner);
        for (String refused : List.of("", "x", accessToken, apiToken, expired)) {
            try (SocketClient client = SocketClient.with(organizations, refused)) {
                assertThat(client.closeCode()).as(refused).isEqualTo(1008);
            }
        }
    }

    @Test
    void requestThatWantsNoSocketFindsNothing() {
        Api owner = organizations.founder();
        Answer answer = organizations.anonymous().get("/ws?token=" + SocketClient.ticket(owner));
        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void ticketEndsWithItsSession() {
        Api owner = organizations.founder();
        String ticket = SocketClient.ticket(owner);
        assertThat(owner.get("/auth/logout").status()).isEqualTo(200);
        try (SocketClient client = SocketClient.with(organizations, ticket)) {
            assertThat(client.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void openSocketEndsWithItsSession() {
        Api owner = organizations.founder();
        try (SocketClient talking = SocketClient.open(organizations, owner);
                SocketClient listening = SocketClient.open(organizations, owner)) {
            assertThat(owner.get("/auth/logout").status()).isEqualTo(200);
            talking.send("subscribe", Map.of("channel", "org:" + UUID.randomUUID()));
            assertThat(talking.closeCode()).isEqualTo(1008);
            watch.look();
            assertThat(listening.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void pagesOfOtherOriginsOpenNoSocket() {
        Api owner = organizations.founder();
        URI address = URI.create("ws://127.0.0.1:" + organizations.port() + "/ws?token=" + SocketClient.ticket(owner));
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        assertThatThrownBy(() -> builder.header("Origin", "https://evil.example")
                        .buildAsync(address, new WebSocket.Listener() {})
                        .join())
                .rootCause()
                .hasMessageContaining("403");
        WebSocket allowed = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Origin", "http://localhost:3000")
                .buildAsync(address, new WebSocket.Listener() {})
                .join();
        assertThat(allowed.isInputClosed()).isFalse();
        allowed.abort();
    }

    @Test
    void ownChannelsAreFollowedAndForeignOnesAreNot() {
        Api owner = organizations.founder();
        Api others = organizations.founder();
        String mine = owner.create("/test_sets", Map.of("name", "Mine"));
        String theirs = others.create("/test_sets", Map.of("name", "Theirs"));
        String project = owner.create("/projects", Map.of("name", "Bot"));
        try (SocketClient client = SocketClient.open(organizations, owner)) {
            for (String channel : List.of(
                    "test_set:" + mine, "project:" + project, "org:" + organizationOf(owner), "test_set:" + mine)) {
                client.send("subscribe", Map.of("channel", channel));
                JsonNode answer = client.await("subscribed");
                assertThat(answer.path("channel").asString()).isEqualTo(channel);
                assertThat(answer.path("payload").path("channel").asString()).isEqualTo(channel);
            }
            for (String channel : List.of(
                    "test_set:" + theirs,
                    "test_run:" + UUID.randomUUID(),
                    "org:" + organizationOf(others),
                    "moon:" + UUID.randomUUID(),
                    "test_set:1",
                    "test_set",
                    "")) {
                client.send("subscribe", Map.of("channel", channel));
                JsonNode refusal = client.await("subscription_error").path("payload");
                assertThat(refusal.path("channel").asString()).isEqualTo(channel);
                assertThat(refusal.path("error").asString()).isNotBlank();
            }
            client.send(Map.of("type", "unsubscribe", "channel", "test_set:" + mine, "correlation_id", "c1"));
            JsonNode left = client.await("unsubscribed");
            assertThat(left.path("correlation_id").asString()).isEqualTo("c1");
            assertThat(left.path("channel").asString()).isEqualTo("test_set:" + mine);
        }
    }

    @Test
    void projectNarrowsWhatCanBeFollowed() {
        Api owner = organizations.founder();
        String bot = owner.create("/projects", Map.of("name", "Bot"));
        String other = owner.create("/projects", Map.of("name", "Other"));
        String set = owner.with("X-Project-Id", bot).create("/test_sets", Map.of("name", "Of the bot"));
        try (SocketClient client = SocketClient.open(organizations, owner)) {
            client.send("subscribe", Map.of("channel", "test_set:" + set, "project_id", bot));
            client.await("subscribed");
            for (String project : List.of(other, UUID.randomUUID().toString(), "x")) {
                client.send("subscribe", Map.of("channel", "test_set:" + set, "project_id", project));
                client.await("subscription_error");
            }
        }
    }

    @Test
    void messagesThatCannotBeReadAreErrorsAndTheSocketStays() {
        try (SocketClient client = SocketClient.open(organizations, organizations.founder())) {
            for (String bad : List.of("", "x", "[]", "{}", "{\"type\":1}", "{\"type\":\"fly\"}")) {
                client.send(bad);
                assertThat(client.await("error").path("payload").path("error").asString())
                        .as(bad)
                        .isNotBlank();
            }
            client.sendBinary(new byte[10]);
            client.await("error");
            assertThat(client.untilPong()).hasSize(1);
        }
    }

    @Test
    void messagesOfEveryTypeWithWhatCanNotBeStoredAreErrorsAndTheSocketStays() {
        String deep = "[".repeat(220) + "]".repeat(220);
        try (SocketClient client = SocketClient.open(organizations, organizations.founder())) {
            for (String type : List.of("ping", "subscribe", "unsubscribe", "chat.message", "architect.message")) {
                for (String hostile : List.of("\"a\\u0000b\"", "\"a\\ud800b\"", "1e1001", deep)) {
                    client.send("{\"type\":\"" + type + "\",\"payload\":{\"message\":" + hostile + "}}");
                    assertThat(client.await("error")
                                    .path("payload")
                                    .path("error")
                                    .asString())
                            .as(type + " " + hostile.substring(0, 4))
                            .startsWith("The message can't be taken: payload");
                }
            }
            assertThat(client.untilPong()).hasSize(1);
        }
        await().untilAsserted(() -> assertThat(arrivals.taken()).isZero());
    }

    @Test
    void messageOfAMegabyteIsTakenAndOneThatIsTooLargeIsAnError() {
        try (SocketClient client = SocketClient.open(organizations, organizations.founder())) {
            client.send(Map.of("type", "ping", "correlation_id", "large", "payload", Map.of("x", "x".repeat(1 << 20))));
            assertThat(client.await("pong").path("correlation_id").asString()).isEqualTo("large");
            client.send("x".repeat(SocketHandler.BOUNDS.maxCharacters() + 1));
            assertThat(client.await("error").path("payload").path("error").asString())
                    .contains("larger than");
            assertThat(client.untilPong()).hasSize(1);
        }
        // the last message is given back after it was answered
        await().untilAsserted(() -> assertThat(arrivals.taken()).isZero());
    }

    @Test
    void moreThanAHundredMessagesAMinuteAreErrors() {
        try (SocketClient client = SocketClient.open(organizations, organizations.founder())) {
            for (int number = 0; number < SocketHandler.BOUNDS.maxMessages(); number++) {
                client.send(Map.of("type", "ping"));
            }
            for (int number = 0; number < SocketHandler.BOUNDS.maxMessages(); number++) {
                client.await("pong");
            }
            client.send(Map.of("type", "ping"));
            assertThat(client.await("error").path("payload").path("error").asString())
                    .contains("100");
        }
    }

    @Test
    void userHasABoundedNumberOfSockets() {
        Api owner = organizations.founder();
        List<SocketClient> open = IntStream.range(0, OpenSockets.MAX_OF_USER)
                .mapToObj(number -> SocketClient.open(organizations, owner))
                .toList();
        try (SocketClient tooMany = SocketClient.with(organizations, SocketClient.ticket(owner))) {
            assertThat(tooMany.closeCode()).isEqualTo(1013);
        } finally {
            open.forEach(SocketClient::close);
        }
    }

    @Test
    void slowReaderHoldsUpNobodyAndIsSentAway() {
        Api owner = organizations.founder();
        Frame large = Frame.of("large", Map.of("x", "x".repeat(100_000)));
        try (SocketClient deaf = SocketClient.deaf(organizations, owner);
                SocketClient client = SocketClient.open(organizations, owner)) {
            List<SocketConnection> both = ofOwner(owner);
            assertThat(both).hasSize(2);
            int sent = 0;
            for (; sent < 1_000 && sent < 320; sent++) {
                both.forEach(connection -> connection.send(large));
                client.await("large");
            }
            assertThat(deaf.endsOnceItListens()).isTrue();
            assertThat(deaf.received()).isLessThan(sent);
            assertThat(client.untilPong()).hasSize(1);
        }
    }

    private List<SocketConnection> ofOwner(Api owner) {
        String organization = organizationOf(owner);
        return sockets.all().stream()
                .filter(connection ->
                        connection.tenant().organizationId().toString().equals(organization))
                .toList();
    }

    @Test
    void ticketIsInNoLog() {
        Api owner = organizations.founder();
        String ticket = SocketClient.ticket(owner);
        try (Logs logs = Logs.all();
                SocketClient client = SocketClient.with(organizations, ticket)) {
            client.await("connected");
            assertThat(closeCodeOfASecondUse(ticket)).isEqualTo(1008);
            assertThat(logs.lines()).noneMatch(line -> line.contains(ticket));
        }
    }

    private int closeCodeOfASecondUse(String ticket) {
        try (SocketClient again = SocketClient.with(organizations, ticket)) {
            return again.closeCode();
        }
    }

    @Test
    void noCompressionIsAgreedTo() throws IOException {
        String endOfClient = "\u0088\u0080\0\0\0\0";
        String answer = RawRequest.of("GET", "/ws?token=none")
                .with("Upgrade", "websocket")
                .with("Connection", "Upgrade")
                .with("Sec-WebSocket-Version", "13")
                .with("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                .with("Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits")
                .followedBy(endOfClient)
                .send(organizations.port());
        assertThat(RawRequest.statusOf(answer)).isEqualTo(101);
        assertThat(answer).doesNotContainIgnoringCase("permessage-deflate");
    }

    @Test
    void nodeThatStopsSendsItsClientsToAnother() {
        Api owner = organizations.founder();
        try (SecondNode second = SecondNode.start()) {
            SocketClient client = SocketClient.with(second.server(), SocketClient.ticket(owner));
            client.await("connected");
            second.close();
            assertThat(client.closeCode()).isEqualTo(1012);
        }
    }

    private String accessToken() {
        Api nobody = organizations.anonymous();
        Answer registered = nobody.post(
                "/auth/register", Map.of("email", Organizations.newAddress(), "password", Organizations.PASSWORD));
        return String.valueOf(organizations.exchange(registered).text("access_token"));
    }

    private static void age(Api owner) {
        assertThat(TestDatabase.update(
                        "update app.socket_ticket set expires_at = now() where account_id = '" + userOf(owner) + "'"))
                .isEqualTo(1);
    }

    private static String organizationOf(Api api) {
        return String.valueOf(api.get("/tokens/current").text("organization_id"));
    }

    private static String userOf(Api api) {
        return String.valueOf(api.get("/users?limit=1").text("0.id"));
    }
}
