package ai.rhesis.backend.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import ai.rhesis.backend.support.SocketClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The requests and the socket of the frontend's shell, its run drawer and its playground, in their order.
@IntegrationTest
class FrontendShellTests {

    @Autowired
    Organizations organizations;

    private final FakeTarget target = FakeTarget.start();

    private String project;
    private Api page;

    @BeforeEach
    void signIn() {
        Api owner = organizations.founder();
        project = owner.create("/projects", Map.of("name", "Bot"));
        page = Pages.in(owner, project);
    }

    @AfterEach
    void closeTarget() {
        target.close();
    }

    @Test
    void everyPageAsksForUnreadNotificationsAndUsage() {
        assertThat(page.get("/notifications/summary")
                        .at("sections.tasks.unread")
                        .asInt())
                .isZero();
        assertThat(page.get("/usage").at("resources.test_executions.ceiling").isNull())
                .isTrue();
        assertThat(page.get("/usage/history?months=12")
                        .at("resources.test_executions")
                        .size())
                .isEqualTo(12);
    }

    @Test
    void theRunDrawerLooksFirstThenRunsAndThePageIsTold() {
        Runs runs = new Runs(page);
        String set = runs.set("Hello", 1);
        String endpoint = runs.endpoint("Bot", target.url());
        String correlation = UUID.randomUUID().toString();
        try (SocketClient socket = SocketClient.open(organizations, page).follow("preflight:" + correlation)) {
            Answer begun = page.post(
                    "/preflight-checks",
                    Map.of(
                            "test_set_ids",
                            List.of(set),
                            "endpoint_id",
                            endpoint,
                            "correlation_id",
                            correlation,
                            "scoring_target",
                            "fresh",
                            "metric_mode",
                            "use_requirement",
                            "mode",
                            "async"));
            assertThat(begun.status()).isEqualTo(202);
            JsonNode complete = socket.await("preflight.complete").path("payload");
            assertThat(complete.path("failed").asInt()).isZero();
            socket.send("unsubscribe", Map.of("channel", "preflight:" + correlation));
            socket.await("unsubscribed");
            String run = runs.start(set, endpoint, Map.of("execution_options", Map.of("execution_mode", "Parallel")));
            JsonNode told = socket.await("notification").path("payload");
            assertThat(told.path("entity_id").asString()).isEqualTo(run);
            assertThat(told.path("project_id").asString()).isEqualTo(project);
        }
        assertThat(page.get("/notifications/summary")
                        .at("sections.test-runs.unread")
                        .asInt())
                .isEqualTo(1);
        assertThat(page.post("/notifications/read", Map.of("section", "test-runs"))
                        .at("updated")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void thePlaygroundTalks() {
        String endpoint = new Runs(page).endpoint("Bot", target.url());
        try (SocketClient socket = SocketClient.open(organizations, page)) {
            socket.send(Map.of(
                    "type", "chat.message",
                    "correlation_id", "corr_1",
                    "payload", Map.of("endpoint_id", endpoint, "message", "Hi", "project_id", project)));
            JsonNode answer = socket.await("chat.response");
            assertThat(answer.path("correlation_id").asString()).isEqualTo("corr_1");
            assertThat(answer.path("payload").path("output").asString()).isEqualTo("Echo: Hi");
        }
    }
}
