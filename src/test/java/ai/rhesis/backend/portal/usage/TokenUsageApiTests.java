package ai.rhesis.backend.portal.usage;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import ai.rhesis.backend.support.SocketClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Spends tokens in all the ways that no result of a run tells, and reads them from the usage.
@IntegrationTest
class TokenUsageApiTests {

    private static final int A_CALL = ModelReply.INPUT_TOKENS + ModelReply.OUTPUT_TOKENS;

    @Autowired
    Organizations organizations;

    FakeModelServer server;
    Api owner;
    Runs runs;

    @BeforeEach
    void ownModel() {
        server = FakeModelServer.start();
        owner = organizations.founder();
        runs = new Runs(owner);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void trialsOfEndpointsCountWhatTheAnswersTell() {
        String endpoint = owner.create("/endpoints", endpoint());
        owner.post("/endpoints/" + endpoint + "/invoke", Map.of("input", "Hello"));
        assertThat(tokens()).isEqualTo(A_CALL);
        Map<String, Object> trial = new HashMap<>(endpoint());
        trial.put("input_data", Map.of("input", "Hello"));
        assertThat(owner.post("/endpoints/" + endpoint + "/test", trial).status())
                .isEqualTo(200);
        trial.put("input", "Hello");
        assertThat(owner.post("/endpoints/test", trial).status()).isEqualTo(200);
        assertThat(tokens()).isEqualTo(3 * A_CALL);
        assertThat(owner.get("/usage/history?months=1")
                        .at("resources.model_tokens")
                        .path(0)
                        .path("used")
                        .asLong())
                .isEqualTo(3 * A_CALL);
        assertThat(organizations
                        .create()
                        .get("/usage")
                        .at("resources.model_tokens.used")
                        .asLong())
                .isZero();
    }

    @Test
    void conversationsOfThePlaygroundCount() {
        String project = owner.create("/projects", Map.of("name", "Bot"));
        String endpoint = owner.with("X-Project-Id", project).create("/endpoints", endpoint());
        try (SocketClient client = SocketClient.open(organizations, owner)) {
            client.send(Map.of(
                    "type",
                    "chat.message",
                    "payload",
                    Map.of("endpoint_id", endpoint, "project_id", project, "message", "Hello")));
            client.await("chat.response");
        }
        assertThat(tokens()).isEqualTo(A_CALL);
    }

    @Test
    void trialsOfModelsCount() {
        String model = runs.model("Bot", server.url());
        assertThat(owner.post("/models/" + model + "/test", Map.of())
                        .at("status")
                        .asString())
                .isEqualTo("success");
        assertThat(tokens()).isEqualTo(A_CALL);
    }

    @Test
    void everyQuestionOfAnAutomaticConfigurationCounts() {
        owner.patch(
                "/users/settings",
                Map.of("models", Map.of("generation", Map.of("model_id", runs.model("Generator", server.url())))));
        server.will(
                ModelReply.text("not JSON"),
                ModelReply.json(Map.of(
                        "request_mapping", "{}", "response_mapping", "{}", "method", "POST", "confidence", 0.5)));
        owner.post("/endpoints/auto-configure", Map.of("input_text", "curl http://127.0.0.1:1", "probe", false));
        assertThat(server.received()).hasSize(2);
        assertThat(tokens()).isEqualTo(2 * A_CALL);
    }

    @Test
    void preflightsCount() {
        String target = runs.model("Bot", server.url());
        String judge = runs.model("Judge", server.url());
        String set = runs.set("Hello", 1);
        runs.judgeSet(set, runs.judge("Polite", Map.of()));
        Map<String, ?> checks =
                Map.of("test_set_id", set, "endpoint_id", target, "evaluation_model_id", judge, "mode", "sync");
        assertThat(owner.post("/preflight-checks", checks).status()).isEqualTo(200);
        assertThat(server.received()).hasSize(2);
        assertThat(tokens()).isEqualTo(2 * A_CALL);
    }

    @Test
    void oneTestRunAtOnceCountsItsTargetAndItsJudge() {
        String requirement = owner.create("/requirements", Map.of("name", "Polite"));
        String metric = runs.judge("Polite", Map.of("model_id", runs.model("Judge", server.url())));
        owner.post("/requirements/" + requirement + "/metrics/" + metric, null);
        String test =
                owner.create("/tests", Map.of("prompt", Map.of("content", "Hello"), "requirement_id", requirement));
        server.will(ModelReply.text("Hi"), ModelReply.json(Map.of("reason", "It greets", "passed", true)));
        owner.post("/tests/execute", Map.of("test_id", test, "endpoint_id", runs.model("Bot", server.url())));
        assertThat(server.received()).hasSizeGreaterThan(1);
        assertThat(tokens()).isEqualTo(server.received().size() * A_CALL);
    }

    @Test
    void modelThatPlaysTheUserCounts() {
        server.always(question -> ModelReply.json(Map.of("reason", "r", "goal_met", true, "message", "Good day")));
        try (FakeTarget bot = FakeTarget.start()) {
            String set = runs.set(
                    1, number -> Map.of("test_type", "Multi-Turn", "test_configuration", Map.of("goal", "Be greeted")));
            String run = runs.start(
                    set,
                    runs.endpoint("Bot", bot.url()),
                    Map.of("execution_model_id", runs.model("User", server.url())));
            runs.await(run);
        }
        assertThat(server.received()).isNotEmpty();
        assertThat(tokens()).isEqualTo(server.received().size() * A_CALL);
    }

    @Test
    void conversationThatBreaksOffCountsBothSides() {
        server.will(
                ModelReply.json(Map.of("reason", "r", "goal_met", false, "message", "Good day")),
                ModelReply.text("Good day to you"),
                ModelReply.status(401));
        String set = runs.set(
                1, number -> Map.of("test_type", "Multi-Turn", "test_configuration", Map.of("goal", "Be greeted")));
        String both = runs.model("Both", server.url());
        runs.await(runs.start(set, both, Map.of("execution_model_id", both)));
        assertThat(tokens()).isEqualTo(2 * A_CALL);
    }

    @Test
    void answerThatWasCutOffCounts() {
        server.always(question -> ModelReply.raw("""
                {"choices": [{"finish_reason": "length", "message": {"role": "assistant", "content": "Once upon"}}],
                 "usage": {"prompt_tokens": 10, "completion_tokens": 4096}}
                """));
        runs.await(runs.start(runs.set("Hello", 1), runs.model("Bot", server.url()), Map.of()));
        assertThat(tokens()).isEqualTo(server.received().size() * 4106L);
    }

    @Test
    void judgingStoredOutputsAgainCountsTheJudgeAlone() {
        String set = runs.set("Hello", 1);
        String target = runs.model("Bot", server.url());
        String run = runs.start(set, target, Map.of());
        runs.await(run);
        assertThat(tokens()).isEqualTo(A_CALL);
        runs.await(runs.start(
                set, target, Map.of("reference_test_run_id", run, "metrics", List.of(Map.of("id", assertion())))));
        assertThat(tokens()).isEqualTo(A_CALL);
    }

    private String assertion() {
        return runs.assertion("Says ok", "contains", "ok");
    }

    private long tokens() {
        return owner.get("/usage").at("resources.model_tokens.used").asLong();
    }

    /// An endpoint that is a model, and tells what it took as models do.
    private Map<String, Object> endpoint() {
        return Map.of(
                "name",
                "Bot",
                "connection_type",
                "REST",
                "method",
                "POST",
                "url",
                server.url() + "/v1/chat/completions",
                "request_mapping",
                Map.of("model", "m", "messages", List.of(Map.of("role", "user", "content", "{{ input }}"))),
                "response_mapping",
                Map.of("output", "$.choices[0].message.content"));
    }
}
