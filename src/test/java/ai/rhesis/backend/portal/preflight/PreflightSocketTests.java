package ai.rhesis.backend.portal.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import ai.rhesis.backend.support.SecondNode;
import ai.rhesis.backend.support.SocketClient;
import ai.rhesis.backend.support.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Follows preflights over the socket, as the dialog of the frontend does.
@IntegrationTest
class PreflightSocketTests {

    @Autowired
    Organizations organizations;

    private final FakeTarget target = FakeTarget.start();

    @AfterEach
    void closeTarget() {
        target.close();
    }

    @Test
    void starterIsToldEachCheckAndThenTheSummary() {
        Api owner = organizations.founder();
        String id = UUID.randomUUID().toString();
        CompletableFuture<FakeTarget.Reply> reply = new CompletableFuture<>();
        target.answering(call -> reply.join());
        try (SocketClient client = SocketClient.open(organizations, owner).follow("preflight:" + id)) {
            Answer begun = begin(owner, id);
            assertThat(begun.status()).isEqualTo(202);
            assertThat(begun.text("correlation_id")).isEqualTo(id);
            assertThat(begun.at("checks").size()).isEqualTo(6);
            assertThat(begun.at("checks.0.applicable").asBoolean()).isTrue();

            client.await(frame -> isTold(frame, "endpoint_connectivity", "running"));
            reply.complete(FakeTarget.Reply.output("Hello"));
            JsonNode update = client.await(frame -> isTold(frame, "endpoint_connectivity", "passed"));
            assertThat(update.path("payload").path("correlation_id").asString()).isEqualTo(id);

            JsonNode last = client.await("preflight.complete");
            assertThat(last.path("channel").asString()).isEqualTo("preflight:" + id);
            assertThat(last.path("payload").path("correlation_id").asString()).isEqualTo(id);
            assertThat(last.path("payload").path("summary").asString()).isEqualTo("warning");
            assertThat(last.path("payload").path("checks").valueStream())
                    .hasSize(6)
                    .allSatisfy(
                            check -> assertThat(check.path("status").asString()).isNotEqualTo("running"));
        }
    }

    @Test
    void whoFollowsLaterIsToldWhatWasFound() {
        Api owner = organizations.founder();
        String id = UUID.randomUUID().toString();
        try (SocketClient first = SocketClient.open(organizations, owner).follow("preflight:" + id);
                SocketClient later = SocketClient.open(organizations, owner)) {
            begin(owner, id);
            first.await("preflight.complete");
            later.follow("preflight:" + id);
            for (int number = 0; number < 6; number++) {
                assertThat(later.await("preflight.check_update")
                                .path("payload")
                                .path("status")
                                .asString())
                        .isNotEqualTo("running");
            }
            later.await("preflight.complete");
        }
    }

    @Test
    void nobodyElseHearsAnything() {
        Api owner = organizations.founder();
        Api colleague = organizations.joined(owner, "owner");
        Api stranger = organizations.founder();
        String id = UUID.randomUUID().toString();
        try (SocketClient mine = SocketClient.open(organizations, owner).follow("preflight:" + id);
                SocketClient theirs =
                        SocketClient.open(organizations, colleague).follow("preflight:" + id);
                SocketClient foreign =
                        SocketClient.open(organizations, stranger).follow("preflight:" + id)) {
            begin(owner, id);
            mine.await("preflight.complete");
            assertThat(theirs.untilPong()).hasSize(1);
            assertThat(foreign.untilPong()).hasSize(1);
            // who asks again gets no history either
            assertThat(theirs.follow("preflight:" + id).untilPong()).hasSize(1);
        }
    }

    @Test
    void idIsUsedOnceByEachUser() {
        Api owner = organizations.founder();
        Api colleague = organizations.joined(owner, "member");
        String id = UUID.randomUUID().toString();
        assertThat(begin(owner, id).status()).isEqualTo(202);
        assertThat(begin(owner, id).status()).isEqualTo(409);
        assertThat(begin(colleague, id).status()).isEqualTo(202);
    }

    @Test
    void anyNodeTellsOfThePreflightOfAnother() {
        Api owner = organizations.founder();
        String id = UUID.randomUUID().toString();
        try (SecondNode second = SecondNode.start();
                SocketClient there = SocketClient.open(second.server(), owner).follow("preflight:" + id);
                SocketClient elsewhere = SocketClient.open(second.server(), organizations.founder())
                        .follow("preflight:" + id)) {
            begin(owner, id);
            there.await("preflight.check_update");
            there.await("preflight.complete");
            assertThat(elsewhere.untilPong()).hasSize(1);
        }
    }

    @Test
    void listeningOutlivesABrokenConnection() {
        Api owner = organizations.founder();
        String before = UUID.randomUUID().toString();
        String after = UUID.randomUUID().toString();
        try (SocketClient client = SocketClient.open(organizations, owner)
                .follow("preflight:" + before)
                .follow("preflight:" + after)) {
            TestDatabase.endListeners();
            begin(owner, before);
            client.await(frame -> isComplete(frame, before));
            begin(owner, after);
            client.await(frame -> isComplete(frame, after));
        }
    }

    @Test
    void preflightOfANodeThatDiedEndsWhenSomebodyAsks() {
        Api owner = organizations.founder();
        String id = UUID.randomUUID().toString();
        target.answering(call -> FakeTarget.Reply.hanging());
        begin(owner, id);
        age(id);
        try (SocketClient client = SocketClient.open(organizations, owner).follow("preflight:" + id)) {
            JsonNode complete = client.await("preflight.complete").path("payload");
            assertThat(complete.path("summary").asString()).isEqualTo("failed");
        }
    }

    private Answer begin(Api starter, String id) {
        Runs runs = new Runs(starter);
        Map<String, Object> body = new HashMap<>(Map.of(
                "test_set_ids",
                List.of(runs.set("Hello", 1)),
                "endpoint_id",
                runs.endpoint("Bot", target.url()),
                "correlation_id",
                id,
                "mode",
                "async"));
        return starter.post("/preflight-checks", body);
    }

    private static boolean isTold(JsonNode frame, String check, String status) {
        return frame.path("type").asString().equals("preflight.check_update")
                && frame.path("payload").path("check_id").asString().equals(check)
                && frame.path("payload").path("status").asString().equals(status);
    }

    private static boolean isComplete(JsonNode frame, String id) {
        return frame.path("type").asString().equals("preflight.complete")
                && frame.path("payload").path("correlation_id").asString().equals(id);
    }

    private static void age(String id) {
        assertThat(TestDatabase.update(
                        "update app.preflight set created_at = now() - interval '3 minutes' where id = '" + id + "'"))
                .isEqualTo(1);
    }
}
