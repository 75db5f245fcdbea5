package ai.rhesis.backend.portal.playground;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.SocketClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Chats with endpoints as the playground does.
@IntegrationTest
class ChatApiTests {

    @Autowired
    Organizations organizations;

    private final FakeTarget target = FakeTarget.start();

    @AfterEach
    void closeTarget() {
        target.close();
    }

    @Test
    void answerOfTheEndpointComesWithTheCorrelationIdOfTheMessage() {
        Api owner = organizations.founder();
        String project = owner.create("/projects", Map.of("name", "Bot"));
        String endpoint = endpoint(owner, project);
        try (SocketClient client = SocketClient.open(organizations, owner);
                SocketClient another = SocketClient.open(organizations, owner)) {
            client.send(chat(endpoint, project, "corr-1", Map.of("conversation_id", "c-7")));
            JsonNode answer = client.await("chat.response");
            assertThat(answer.path("correlation_id").asString()).isEqualTo("corr-1");
            assertThat(answer.path("payload").path("output").asString()).isEqualTo("Echo: Hello");
            assertThat(answer.path("payload").path("endpoint_id").asString()).isEqualTo(endpoint);
            assertThat(answer.path("payload").path("conversation_id").asString())
                    .isEqualTo("c-7");
            assertThat(another.untilPong()).hasSize(1);
        }
    }

    @Test
    void conversationGoesOnWhereTheEndpointSays() {
        Api owner = organizations.founder();
        String project = owner.create("/projects", Map.of("name", "Bot"));
        String endpoint = endpoint(owner, project);
        target.answering(call -> FakeTarget.Reply.json(Map.of("output", "Hi", "session", "s-1")));
        try (SocketClient client = SocketClient.open(organizations, owner)) {
            client.send(chat(endpoint, project, "1", Map.of()));
            assertThat(client.await("chat.response")
                            .path("payload")
                            .path("conversation_id")
                            .asString())
                    .isEqualTo("s-1");
        }
    }

    @Test
    void filesReachTheMapping() {
        Api owner = organizations.founder();
        String project = owner.create("/projects", Map.of("name", "Bot"));
        String endpoint = endpoint(owner, project);
        Map<String, String> file = Map.of("filename", "a.txt", "content_type", "text/plain", "data", "SGk=");
        try (SocketClient client = SocketClient.open(organizations, owner)) {
            client.send(chat(endpoint, project, "1", Map.of("files", List.of(file))));
            client.await("chat.response");
        }
        assertThat(target.lastCall().json().path("files").path(0).path("data").asString())
                .isEqualTo("SGk=");
    }

    @Test
    void badMessagesNameWhatIsWrong() {
        Api owner = organizations.founder();
        String project = owner.create("/projects", Map.of("name", "Bot"));
        String endpoint = endpoint(owner, project);
        Map<String, Map<String, ?>> bad = Map.of(
                "endpoint_id", Map.of("message", "Hello", "project_id", project),
                "project_id", Map.of("message", "Hello", "endpoint_id", endpoint),
                "message", Map.of("endpoint_id", endpoint, "project_id", project),
                "files",
                        Map.of(
                                "endpoint_id",
                                endpoint,
                                "project_id",
                                project,
                                "message",
                                "Hello",
                                "files",
                                List.of(1)));
        try (SocketClient client = SocketClient.open(organizations, owner)) {
            bad.forEach((key, payload) -> {
                client.send(Map.of("type", "chat.message", "correlation_id", key, "payload", payload));
                JsonNode refusal = client.await("chat.error");
                assertThat(refusal.path("correlation_id").asString()).isEqualTo(key);
                assertThat(refusal.path("payload").path("error").asString()).contains(key);
            });
        }
        assertThat(target.calls()).isEmpty();
    }

    @Test
    void failedCallIsAnErrorWithItsReason() {
        Api owner = organizations.founder();
        String project = owner.create("/projects", Map.of("name", "Bot"));
        String endpoint = endpoint(owner, project);
        target.answering(call -> FakeTarget.Reply.status(400));
        try (SocketClient client = SocketClient.open(organizations, owner)) {
            client.send(chat(endpoint, project, "1", Map.of()));
            JsonNode error = client.await("chat.error").path("payload");
            assertThat(error.path("error_type").asString()).isEqualTo("status");
            assertThat(error.path("error").asString()).contains("400");
        }
    }

    @Test
    void endpointsOfOthersAreNotAsked() {
        Api owner = organizations.founder();
        Api others = organizations.founder();
        String project = owner.create("/projects", Map.of("name", "Bot"));
        String other = owner.create("/projects", Map.of("name", "Other"));
        String theirProject = others.create("/projects", Map.of("name", "Theirs"));
        String theirs = endpoint(others, theirProject);
        String endpoint = endpoint(owner, project);
        try (SocketClient client = SocketClient.open(organizations, owner)) {
            for (List<String> pair :
                    List.of(List.of(theirs, project), List.of(endpoint, theirProject), List.of(endpoint, other))) {
                client.send(chat(pair.getFirst(), pair.getLast(), "1", Map.of()));
                client.await("chat.error");
            }
            client.send(chat(UUID.randomUUID().toString(), project, "1", Map.of()));
            assertThat(client.await("chat.error")
                            .path("payload")
                            .path("error_type")
                            .asString())
                    .isEqualTo("not_found");
        }
        assertThat(target.calls()).isEmpty();
    }

    @Test
    void viewersAskNothing() {
        Api owner = organizations.founder();
        String project = owner.create("/projects", Map.of("name", "Bot"));
        String endpoint = endpoint(owner, project);
        try (SocketClient viewer = SocketClient.open(organizations, organizations.joined(owner, "viewer"))) {
            viewer.send(chat(endpoint, project, "1", Map.of()));
            assertThat(viewer.await("chat.error")
                            .path("payload")
                            .path("error_type")
                            .asString())
                    .isEqualTo("forbidden");
        }
        assertThat(target.calls()).isEmpty();
    }

    @Test
    void socketAnswersOthersWhileAnEndpointTakesItsTimeButNotForTooMany() {
        Api owner = organizations.founder();
        String project = owner.create("/projects", Map.of("name", "Bot"));
        String endpoint = endpoint(owner, project);
        target.taking(Duration.ofSeconds(3));
        try (SocketClient client = SocketClient.open(organizations, owner)) {
            for (int number = 0; number < 5; number++) {
                client.send(chat(endpoint, project, "corr-" + number, Map.of()));
            }
            assertThat(client.untilPong())
                    .extracting(frame -> frame.path("type").asString())
                    .containsExactly("error", "pong");
            for (int number = 0; number < 4; number++) {
                client.await("chat.response");
            }
            client.send(chat(endpoint, project, "again", Map.of()));
            client.await("chat.response");
        }
    }

    private String endpoint(Api owner, String project) {
        return owner.with("X-Project-Id", project)
                .create(
                        "/endpoints",
                        Map.of(
                                "name",
                                "Bot",
                                "connection_type",
                                "REST",
                                "url",
                                target.url(),
                                "method",
                                "POST",
                                "request_mapping",
                                Map.of("input", "{{ input }}", "files", "{{ files }}"),
                                "response_mapping",
                                Map.of("output", "$.output", "conversation_id", "$.session")));
    }

    private static Map<String, ?> chat(String endpoint, String project, String correlation, Map<String, ?> more) {
        Map<String, Object> payload =
                new HashMap<>(Map.of("endpoint_id", endpoint, "project_id", project, "message", "Hello"));
        payload.putAll(more);
        return Map.of("type", "chat.message", "correlation_id", correlation, "payload", payload);
    }
}
