package ai.rhesis.backend.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Runs one test at once.
@IntegrationTest
class AdHocRunApiTests {

    @Autowired
    Organizations organizations;

    FakeModelServer server;
    Api api;
    Runs runs;
    String target;
    String test;

    @BeforeEach
    void ownTest() {
        server = FakeModelServer.start().always(question -> ModelReply.text("You said: " + question.question()));
        api = organizations.create();
        runs = new Runs(api);
        target = runs.model("Bot", server.url());
        String requirement = api.create("/requirements", Map.of("name", "Greets"));
        api.post("/requirements/" + requirement + "/metrics/" + runs.assertion("Greets", "contains", "Hello"), null);
        test = api.create("/tests", Map.of("prompt", Map.of("content", "Hello"), "requirement_id", requirement));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aStoredTestIsRunAndJudgedAndNothingIsStored() {
        Answer tried = api.post("/tests/execute", Map.of("test_id", test, "endpoint_id", target));

        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.text("test_id")).isEqualTo(test);
        assertThat(tried.text("prompt_id")).isNotNull();
        assertThat(tried.text("status")).isEqualTo("Pass");
        assertThat(tried.text("test_output.output")).isEqualTo("You said: Hello");
        assertThat(tried.at("test_metrics.metrics.Greets.is_successful").asBoolean())
                .isTrue();
        assertThat(tried.at("execution_time").isNumber()).isTrue();
        assertThat(api.get("/test_runs").total()).isZero();
        assertThat(api.get("/test_results").total()).isZero();
    }

    @Test
    void aPromptIsRunWithoutBeingJudged() {
        Answer tried = api.post(
                "/tests/execute",
                Map.of("prompt", Map.of("content", "Hi there"), "endpoint_id", target, "evaluate_metrics", false));

        assertThat(tried.text("test_output.output")).isEqualTo("You said: Hi there");
        assertThat(tried.text("status")).isNull();
        assertThat(tried.text("test_metrics")).isNull();
        assertThat(api.get("/prompts").total()).isEqualTo(1);
    }

    @Test
    void whereNoMetricAppliesTheErrorSaysSo() {
        Answer tried =
                api.post("/tests/execute", Map.of("prompt", Map.of("content", "Hi there"), "endpoint_id", target));

        assertThat(tried.text("status")).isEqualTo("Error");
        assertThat(tried.text("error_type")).isEqualTo("no_metric");
        assertThat(tried.text("error")).contains("no metric");
    }

    @Test
    void aConversationIsHeldByAModel() {
        try (FakeModelServer user = FakeModelServer.start()) {
            user.will(
                    ModelReply.json(Map.of("goal_met", false, "reason", "begin", "message", "Good day")),
                    ModelReply.json(Map.of("goal_met", true, "reason", "done", "message", "Bye")));
            user.always(question -> ModelReply.json(Map.of("goal_met", true, "reason", "done", "message", "Bye")));
            String driver = runs.model("User", user.url());

            Answer tried = api.post(
                    "/tests/execute",
                    Map.of(
                            "test_configuration",
                            Map.of("goal", "Be greeted", "max_turns", 2),
                            "endpoint_id",
                            target,
                            "execution_model_id",
                            driver,
                            "evaluate_metrics",
                            false));

            assertThat(tried.text("test_output.conversation_summary.0.target_response"))
                    .as(tried.json().toString())
                    .contains("Good day");
            assertThat(tried.text("test_configuration.goal")).isEqualTo("Be greeted");
        }
    }

    @Test
    void withoutAModelToPlayTheUserThereIsAnError() {
        Answer tried = api.post(
                "/tests/execute", Map.of("test_configuration", Map.of("goal", "Be greeted"), "endpoint_id", target));

        assertThat(tried.text("status")).isEqualTo("Error");
        assertThat(tried.text("test_output.error")).contains("execution_model_id");
    }

    @Test
    void aFailedCallIsAnError() {
        server.always(question -> ModelReply.status(400));

        Answer tried = api.post("/tests/execute", Map.of("test_id", test, "endpoint_id", target));

        assertThat(tried.text("status")).isEqualTo("Error");
        assertThat(tried.text("test_output.error")).contains("400");
    }

    @Test
    void badFieldsAreNamed() {
        assertThat(api.post("/tests/execute", Map.of()).badFields()).containsExactly("body.endpoint_id");
        assertThat(api.post("/tests/execute", Map.of("endpoint_id", target)).badFields())
                .containsExactly("body.test_id");
        assertThat(api.post("/tests/execute", Map.of("endpoint_id", target, "test_id", UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
        assertThat(api.post("/tests/execute", Map.of("endpoint_id", UUID.randomUUID(), "test_id", test))
                        .status())
                .isEqualTo(404);
        assertThat(organizations
                        .create()
                        .post("/tests/execute", Map.of("endpoint_id", target, "test_id", test))
                        .status())
                .isEqualTo(404);
    }
}
