package ai.rhesis.backend.integration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeSocket;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.HashMap;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class SocketApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void firstMessageWithAnOutputIsTheAnswer() {
        try (FakeSocket socket = FakeSocket.answering((connection, text) -> {
            connection.send("{\"type\": \"typing\"}");
            connection.send("{\"payload\": {\"text\": \"You said "
                    + JsonMapper.shared().readTree(text).at("/payload/text").asString()
                    + "\", \"session\": \"s1\"}}");
            connection.send("{\"payload\": {\"text\": \"too late\"}}");
        })) {
            Answer answer = ask(
                    socket,
                    Map.of(
                            "auth_token",
                            "sk-very-secret",
                            "endpoint_path",
                            "chat",
                            "request_mapping",
                            Map.of("type", "chat", "payload", Map.of("text", "{{ input }}")),
                            "response_mapping",
                            Map.of("output", "$.payload.text", "conversation_id", "$.payload.session")));
            assertThat(answer.text("output")).isEqualTo("You said hello");
            assertThat(answer.text("conversation_id")).isEqualTo("s1");
            RecordedRequest handshake = socket.handshake();
            assertThat(handshake.getUrl().encodedPath()).isEqualTo("/chat");
            assertThat(handshake.getHeaders().get("Authorization")).isEqualTo("Bearer sk-very-secret");
            assertThat(handshake.getHeaders().get("Sec-WebSocket-Extensions")).isNull();
        }
    }

    @Test
    void piecesAreATextWhenTheOtherSideIsDone() {
        try (FakeSocket socket = FakeSocket.answering((connection, text) -> {
            connection.send("Once ");
            connection.send("upon a time");
            connection.close(1000, null);
        })) {
            assertThat(ask(socket, Map.of()).text("output")).isEqualTo("Once upon a time");
            assertThat(ask(socket, Map.of("response_mapping", Map.of("output", "$.content")))
                            .text("output"))
                    .isEqualTo("Once upon a time");
        }
        try (FakeSocket socket = FakeSocket.answering((connection, text) -> {
            connection.send("The ");
            connection.send("end of ");
            connection.send("42");
            connection.send("{\"message\": \"response ended\"}");
        })) {
            assertThat(ask(socket, Map.of()).text("output")).isEqualTo("The end of 42");
        }
    }

    @Test
    void textIsTheFirstMessage() {
        try (FakeSocket socket = FakeSocket.answering((connection, text) -> connection.send("Hi <" + text + ">"))) {
            assertThat(ask(
                                    socket,
                                    Map.of(
                                            "response_format",
                                            "text",
                                            "request_mapping",
                                            Map.of("__body__", "{{ input }}!"),
                                            "request_headers",
                                            Map.of("Content-Type", "text/plain")))
                            .text("output"))
                    .isEqualTo("Hi <hello!>");
        }
    }

    @Test
    void closingWithoutAnAnswerIsTold() {
        try (FakeSocket socket = FakeSocket.answering((connection, text) -> {
            connection.send("{\"error\": \"overloaded\"}");
            connection.close(1011, "sorry");
        })) {
            Answer answer = ask(socket, Map.of("response_mapping", Map.of("output", "$.text")));
            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.text("detail"))
                    .isEqualTo(
                            "the connection was closed before there was an output, after: {\"error\": \"overloaded\"}");
        }
    }

    @Test
    void refusedHandshakeIsTold() {
        try (FakeSocket socket = FakeSocket.refusing(403)) {
            Answer answer = ask(socket, Map.of());
            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.at("target_status").asInt()).isEqualTo(403);
        }
    }

    @Test
    void redirectIsNotFollowed() {
        try (FakeSocket elsewhere = FakeSocket.answering((connection, text) -> connection.send("{\"output\": \"x\"}"));
                FakeSocket socket =
                        FakeSocket.refusing(302, "Location", elsewhere.url().replace("ws", "http"))) {
            Answer answer = ask(socket, Map.of("auth_token", "sk-very-secret"));
            assertThat(answer.at("target_status").asInt()).isEqualTo(302);
            assertThat(elsewhere.handshakes()).isZero();
        }
    }

    @Test
    void hugeMessageIsNotRead() {
        try (FakeSocket socket = FakeSocket.answering((connection, text) -> {
            for (int i = 0; i < 3; i++) {
                connection.send("x".repeat(4_000_000));
            }
        })) {
            Answer answer = ask(socket, Map.of());
            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.text("detail")).isEqualTo("the answer of 127.0.0.1 is too large");
            assertThat(socket.handshakes()).isEqualTo(1);
        }
    }

    @Test
    void refusedAddressIsToldAndNotCalled() {
        try (FakeSocket socket = FakeSocket.answering((connection, text) -> connection.send("x"))) {
            Answer answer = ask(socket, Map.of("url", socket.url().replace("127.0.0.1", "127.0.0.2")));
            assertThat(answer.badFields()).containsExactly("body.url");
            assertThat(socket.handshakes()).isZero();
        }
    }

    private Answer ask(FakeSocket socket, Map<String, ?> more) {
        Map<String, Object> endpoint =
                new HashMap<>(Map.of("name", "Bot", "connection_type", "WebSocket", "url", socket.url()));
        endpoint.putAll(more);
        return api.post("/endpoints/" + api.create("/endpoints", endpoint) + "/invoke", Map.of("input", "hello"));
    }
}
