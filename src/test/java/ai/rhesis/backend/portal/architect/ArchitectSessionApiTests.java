package ai.rhesis.backend.portal.architect;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.SocketClient;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@IntegrationTest
class ArchitectSessionApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.founder();
    }

    @Test
    void aSessionBeginsWithItsFirstMessage() {
        Answer made = api.post("/architect/sessions/", Map.of("title", "Plan", "initial_message", "Plan tests."));
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text("mode")).isEqualTo("discovery");
        Answer read = api.get("/architect/sessions/" + made.id());
        assertThat(read.texts("messages", "content")).containsExactly("Plan tests.");
        assertThat(read.texts("messages", "role")).containsExactly("user");
        assertThat(api.get("/architect/sessions/" + made.id() + "/messages").texts("content"))
                .containsExactly("Plan tests.");
        assertThat(api.get("/architect/sessions/?skip=0&limit=20&sort_by=updated_at&sort_order=desc")
                        .texts("id"))
                .containsExactly(made.id());
    }

    @Test
    void messagesAreReadInPages() {
        String id = create();
        try (SocketClient client = SocketClient.open(organizations, api)) {
            for (String message : new String[] {"first", "second", "third"}) {
                client.send("architect.message", Map.of("session_id", id, "message", message));
                client.await("architect.error");
            }
        }
        assertThat(api.get("/architect/sessions/" + id + "/messages?skip=1&limit=1")
                        .texts("content"))
                .containsExactly("second");
        assertThat(api.get("/architect/sessions/" + id + "/messages?limit=101").status())
                .isEqualTo(400);
    }

    @Test
    void aMessageIsKeptAndAnsweredWithTheWordThatThereIsNoArchitect() {
        String id = create();
        try (SocketClient client = SocketClient.open(organizations, api)) {
            client.send(
                    "architect.message",
                    Map.of("session_id", id, "message", "Plan!", "attachments", Map.of("files", "a.txt")));
            JsonNode error = client.await("architect.error").path("payload");
            assertThat(error.path("error").asString()).contains("no architect", "kept");
            assertThat(error.path("session_id").asString()).isEqualTo(id);
        }
        Answer messages = api.get("/architect/sessions/" + id + "/messages");
        assertThat(messages.texts("content")).containsExactly("Plan!");
        assertThat(messages.text("0.attachments.files")).isEqualTo("a.txt");
    }

    @Test
    void whatIsNoMessageToAnOwnSessionIsRefused() {
        String id = create();
        Api other = organizations.founder();
        try (SocketClient client = SocketClient.open(organizations, other)) {
            client.send("architect.message", Map.of("session_id", id, "message", "Mine!"));
            assertThat(client.await("architect.error").at("/payload/error").asString())
                    .contains("no such session");
            client.send(
                    "architect.message",
                    Map.of("session_id", id, "message", "Plan!", "attachments", List.of(new BigDecimal("1e1001"))));
            assertThat(client.await("error").at("/payload/error").asString())
                    .isEqualTo(
                            "The message can't be taken: payload.attachments.0 is a number of more than 1000 digits.");
            client.send("architect.message", Map.of("session_id", "s-1", "message", "Plan!"));
            assertThat(client.await("architect.error").at("/payload/error").asString())
                    .contains("needs the session_id");
        }
        assertThat(api.get("/architect/sessions/" + id + "/messages").size()).isZero();
    }

    @Test
    void aSessionIsChangedDeletedAndRestored() {
        String id = create();
        Answer changed = api.put("/architect/sessions/" + id, Map.of("plan_data", Map.of("steps", 3)));
        assertThat(changed.text("plan_data.steps")).isEqualTo("3");
        assertThat(changed.text("title")).isEqualTo("Plan");
        api.delete("/architect/sessions/" + id);
        assertThat(api.get("/architect/sessions/" + id).status()).isEqualTo(410);
        assertThat(api.post("/recycle/architect_session/" + id + "/restore", null)
                        .status())
                .isEqualTo(200);
        assertThat(api.get("/architect/sessions/" + id).status()).isEqualTo(200);
    }

    @Test
    void badFieldIsNamed() {
        assertThat(api.post("/architect/sessions", Map.of("title", "x".repeat(256)))
                        .badFields())
                .containsExactly("body.title");
    }

    @Test
    void onlyWhoBeganASessionSeesIt() {
        String id = create();
        for (Api other : new Api[] {organizations.founder(), organizations.joined(api, "member")}) {
            assertThat(other.get("/architect/sessions/" + id).status()).isEqualTo(404);
            assertThat(other.get("/architect/sessions/" + id + "/messages").status())
                    .isEqualTo(404);
            assertThat(other.put("/architect/sessions/" + id, Map.of("title", "Theirs"))
                            .status())
                    .isEqualTo(404);
            assertThat(other.delete("/architect/sessions/" + id).status()).isEqualTo(404);
            assertThat(other.get("/architect/sessions").total()).isZero();
        }
        assertThat(api.get("/architect/sessions/" + id).text("title")).isEqualTo("Plan");
    }

    private String create() {
        return api.create("/architect/sessions", Map.of("title", "Plan"));
    }
}
