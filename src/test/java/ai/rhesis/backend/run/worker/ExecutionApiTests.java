package ai.rhesis.backend.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.FakeTarget.Reply;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@IntegrationTest
class ExecutionApiTests {

    @Autowired
    Organizations organizations;

    FakeModelServer server;
    Api api;
    Runs runs;
    String target;

    @BeforeEach
    void ownOrganization() {
        server = FakeModelServer.start().always(question -> ModelReply.text("You said: " + question.question()));
        api = organizations.create();
        runs = new Runs(api);
        target = runs.model("Bot", server.url());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aRunWhoseTargetIsRefusedSaysSo() {
        String set = runs.set("Hello", 2);
        runs.judgeSet(set, runs.assertion("Repeats", "contains", "You said"));
        String refused = runs.endpoint("Not ours", "http://127.0.0.2:9/ask");

        Answer done = runs.await(runs.start(set, refused, Map.of()));

        assertThat(done.text("state")).isEqualTo("Failed");
        assertThat(done.text("state_reason"))
                .contains("No test could be run", "127.0.0.2", "its operator can allow it in rhesis.egress.allow");
    }

    @Test
    void aRunIsStartedDoneAndRead() {
        String metric = runs.assertion("Repeats", "contains", "You said");
        String set = runs.set("Hello", 3);
        runs.judgeSet(set, metric);

        Answer started = api.post("/test_sets/" + set + "/execute/" + target, null);

        assertThat(started.status()).isEqualTo(200);
        assertThat(started.text("status")).isEqualTo("submitted");
        assertThat(started.text("test_set_id")).isEqualTo(set);
        assertThat(started.text("endpoint_id")).isEqualTo(target);
        assertThat(started.text("endpoint_name")).isEqualTo("Bot");
        String run = String.valueOf(started.text("test_run_id"));
        Answer done = runs.await(run);
        assertThat(done.text("state")).isEqualTo("Completed");
        assertThat(done.text("status.name")).isEqualTo("Completed");
        assertThat(done.text("test_configuration.test_set.id")).isEqualTo(set);
        assertThat(done.text("test_configuration.model.name")).isEqualTo("Bot");
        assertThat(done.text("test_configuration_id")).isEqualTo(started.text("test_configuration_id"));
        assertThat(done.at("stats").toString()).isEqualTo("{\"total\":3,\"passed\":3,\"failed\":0,\"errors\":0}");
        List<JsonNode> results = runs.results(run);
        assertThat(results).hasSize(3);
        JsonNode first = results.getFirst();
        assertThat(first.at("/verdict").asString()).isEqualTo("Pass");
        assertThat(first.at("/status/name").asString()).isEqualTo("Pass");
        assertThat(first.at("/test_output/output").asString()).startsWith("You said: Hello");
        assertThat(first.at("/test_metrics/metrics/Repeats/is_successful").asBoolean())
                .isTrue();
        assertThat(first.at("/test_metrics/metrics/Repeats/id").asString()).isEqualTo(metric);
        assertThat(first.at("/test_metrics/execution_time").isNumber()).isTrue();
        assertThat(first.at("/target_usage/input_tokens").asInt()).isEqualTo(ModelReply.INPUT_TOKENS);
        assertThat(results).extracting(result -> result.at("/position").asInt()).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void whatIsDoneIsTheLastRunAndATask() {
        String set = runs.set("Hello", 2);
        runs.judgeSet(set, runs.assertion("Repeats", "contains", "Hello 1"));
        assertThat(api.get("/test_sets/" + set + "/last-run/" + target).status())
                .isEqualTo(404);

        String run = runs.start(set, target, Map.of("name", "Before the release"));
        runs.await(run);

        Answer last = api.get("/test_sets/" + set + "/last-run/" + target);
        assertThat(last.text("id")).isEqualTo(run);
        assertThat(last.text("name")).isEqualTo("Before the release");
        assertThat(last.text("status")).isEqualTo("Completed");
        assertThat(last.at("test_count").asInt()).isEqualTo(2);
        assertThat(last.at("pass_rate").asDouble()).isEqualTo(50);
        Answer job = api.get("/jobs/" + run);
        assertThat(job.text("status")).isEqualTo("SUCCESS");
        assertThat(job.at("progress").toString()).isEqualTo("{\"total\":2,\"completed\":2,\"percent\":100}");
    }

    @Test
    void aFailingTestIsNoErrorAndAFailedCallIsNoFailure() {
        server.always(question -> question.question().endsWith("3") ? ModelReply.status(400) : ModelReply.text("No."));
        String set = runs.set("Hello", 3);
        runs.judgeSet(set, runs.assertion("Yes", "equals", "Yes."));

        Answer done = runs.await(runs.start(set, target, Map.of()));

        assertThat(done.text("state")).isEqualTo("Partial");
        assertThat(done.at("stats").toString()).isEqualTo("{\"total\":3,\"passed\":0,\"failed\":2,\"errors\":1}");
        JsonNode error = runs.results(done.id()).stream()
                .filter(result -> result.at("/verdict").asString().equals("Error"))
                .findFirst()
                .orElseThrow();
        assertThat(error.at("/error_type").asString()).isEqualTo("status");
        assertThat(error.at("/test_output/error").asString()).contains("400");
    }

    @Test
    void aJudgeThatCannotAnswerIsAnErrorAndNeverAFailure() {
        try (FakeModelServer broken = FakeModelServer.start().always(question -> ModelReply.text("Hm, well."))) {
            String judge = runs.model("Judge", broken.url());
            String set = runs.set("Hello", 2);
            runs.judgeSet(set, runs.judge("Polite", Map.of("model_id", judge)), runs.assertion("Any", "contains", "x"));

            Answer done = runs.await(runs.start(set, target, Map.of()));

            assertThat(done.text("state")).isEqualTo("Failed");
            assertThat(done.at("stats").toString()).isEqualTo("{\"total\":2,\"passed\":0,\"failed\":0,\"errors\":2}");
            JsonNode metric = runs.results(done.id()).getFirst().at("/test_metrics/metrics/Polite");
            assertThat(metric.at("/is_successful").isNull()).isTrue();
            assertThat(metric.at("/error_type").asString()).isEqualTo("invalid_answer");
        }
    }

    @Test
    void theJudgeIsTheMetricsElseTheExecutionsElseTheUsers() {
        try (FakeModelServer yes = judging(true);
                FakeModelServer no = judging(false)) {
            String good = runs.model("Good", yes.url());
            String bad = runs.model("Bad", no.url());
            String set = runs.set("Hello", 1);
            runs.judgeSet(set, runs.judge("Polite", Map.of()));

            assertThat(verdict(set, Map.of())).isEqualTo("Error");
            api.patch("/users/settings", Map.of("models", Map.of("evaluation", Map.of("model_id", good))));
            assertThat(verdict(set, Map.of())).isEqualTo("Pass");
            assertThat(verdict(set, Map.of("evaluation_model_id", bad))).isEqualTo("Fail");
            String own = runs.judge("Own", Map.of("model_id", good));
            assertThat(verdict(set, Map.of("evaluation_model_id", bad, "metrics", List.of(Map.of("id", own)))))
                    .isEqualTo("Pass");
        }
    }

    @Test
    void withoutAMetricThereIsNoVerdict() {
        String run = runs.start(runs.set("Hello", 1), target, Map.of());

        assertThat(runs.await(run).text("state")).isEqualTo("Failed");
        assertThat(runs.results(run).getFirst().at("/error").asString()).isEqualTo("no metric applies to this test");
    }

    @Test
    void anEmptySetCannotBeRun() {
        String set = api.create("/test_sets", Map.of("name", "Empty"));

        Answer done = runs.await(runs.start(set, target, Map.of()));

        assertThat(done.text("state")).isEqualTo("Failed");
        assertThat(done.text("state_reason")).contains("nothing to run");
    }

    @Test
    void requirementsBringTheirMetricsWhereTheSetHasNone() {
        String requirement = api.create("/requirements", Map.of("name", "Greets"));
        api.post("/requirements/" + requirement + "/metrics/" + runs.assertion("Greets", "contains", "Hello"), null);
        String set = runs.set(
                2,
                number -> number == 1
                        ? Map.of("prompt", Map.of("content", "Hello"), "requirement_id", requirement)
                        : Map.of("prompt", Map.of("content", "Hello")));

        Answer done = runs.await(runs.start(set, target, Map.of()));

        assertThat(done.at("stats").toString()).isEqualTo("{\"total\":2,\"passed\":1,\"failed\":0,\"errors\":1}");
    }

    @Test
    void aTestOverSeveralTurnsIsAConversation() {
        try (FakeModelServer user = FakeModelServer.start()) {
            user.will(
                    ModelReply.json(Map.of("goal_met", false, "reason", "begin", "message", "Good day")),
                    ModelReply.json(Map.of("goal_met", false, "reason", "go on", "message", "How are you?")));
            user.always(question -> ModelReply.json(Map.of("goal_met", true, "reason", "done", "message", "Bye")));
            String set = runs.set(
                    1,
                    number -> Map.of(
                            "test_type",
                            "Multi-Turn",
                            "test_configuration",
                            Map.of("goal", "Be greeted", "max_turns", 5)));
            runs.judgeSet(set, runs.assertion("Answers", "contains", "How are you"));

            String run = runs.start(set, target, Map.of("execution_model_id", runs.model("User", user.url())));

            assertThat(runs.await(run).text("state")).isEqualTo("Completed");
            JsonNode result = runs.results(run).getFirst();
            assertThat(result.at("/test/is_multi_turn").asBoolean()).isTrue();
            assertThat(result.at("/test_output/goal_met").asBoolean()).isTrue();
            assertThat(result.at("/test_output/conversation_summary")).hasSize(2);
            assertThat(result.at("/test_output/conversation_summary/0/penelope_message")
                            .asString())
                    .isEqualTo("Good day");
            assertThat(result.at("/test_output/output").asString()).contains("How are you?");
        }
    }

    @Test
    void onlyWhatTheTargetTookIsItsTime() {
        try (FakeModelServer user = FakeModelServer.start()
                        .always(question -> ModelReply.json(Map.of(
                                "goal_met",
                                question.prompt().contains("[end message 2"),
                                "reason",
                                "x",
                                "message",
                                "Hi")));
                FakeTarget bot = FakeTarget.start().taking(Duration.ofSeconds(1))) {
            String set = runs.set(
                    2, number -> Map.of("test_type", "Multi-Turn", "test_configuration", Map.of("goal", "Be greeted")));
            String hurried = runs.set("Hello", 1);
            String endpoint = runs.endpoint("Bot", bot.url());
            Map<String, ?> oneByOne = Map.of(
                    "execution_model_id",
                    runs.model("User", user.url()),
                    "execution_options",
                    Map.of("execution_mode", "Sequential"));

            String run = runs.start(set, endpoint, oneByOne);
            runs.await(run);
            bot.next(Reply.limited(2));
            String limited = runs.start(hurried, endpoint, Map.of());
            runs.await(limited);

            assertThat(runs.results(run))
                    .hasSize(2)
                    .allSatisfy(result -> assertThat(result.at("/test_output/conversation_summary/0/execution_time")
                                    .asLong())
                            .isBetween(1_000L, 1_900L));
            assertThat(runs.results(limited).getFirst().path("duration_ms").asLong())
                    .isBetween(1_000L, 2_900L);
        }
    }

    @Test
    void repetitionsAreResultsOfTheirOwn() {
        String set = runs.set("Hello", 2);
        runs.judgeSet(set, runs.assertion("Any", "contains", "Hello"));

        String run = runs.start(set, target, Map.of("execution_options", Map.of("repetitions", 3)));

        assertThat(runs.await(run).at("stats.total").asInt()).isEqualTo(6);
        assertThat(runs.results(run))
                .extracting(result -> result.at("/repetition").asInt())
                .containsExactlyInAnyOrder(1, 1, 2, 2, 3, 3);
    }

    @Test
    void aConfigurationIsExecuted() {
        String set = runs.set("Hello", 1);
        String configuration = api.create("/test_configurations", Map.of("model_id", target, "test_set_id", set));

        Answer started = api.post("/test_configurations/" + configuration + "/execute", Map.of());

        assertThat(started.text("test_configuration_id")).isEqualTo(configuration);
        assertThat(runs.await(String.valueOf(started.text("test_run_id")))
                        .at("stats.total")
                        .asInt())
                .isEqualTo(1);
        String empty = api.create("/test_configurations", Map.of("model_id", target));
        assertThat(api.post("/test_configurations/" + empty + "/execute", null).status())
                .isEqualTo(409);
    }

    @Test
    void editsAfterTheStartChangeNothing() {
        String metric = runs.assertion("Repeats", "contains", "Hello");
        String set = runs.set("Hello", 2);
        runs.judgeSet(set, metric);
        server.always(question ->
                ModelReply.text("You said: " + question.question()).after(java.time.Duration.ofMillis(500)));

        String run = runs.start(set, target, Map.of("execution_options", Map.of("execution_mode", "Sequential")));
        api.put("/metrics/" + metric, Map.of("evaluation_prompt", "Goodbye", "name", "Other"));
        api.get("/test_sets/" + set + "/tests").json().forEach(test -> {
            api.put("/tests/" + test.path("id").asString(), Map.of("prompt", Map.of("content", "Changed")));
            api.delete("/tests/" + test.path("id").asString());
        });
        api.put("/models/" + target, Map.of("name", "Renamed", "model_name", "other"));

        Answer done = runs.await(run);
        assertThat(done.at("stats.passed").asInt()).isEqualTo(2);
        assertThat(done.text("test_configuration.model.name")).isEqualTo("Bot");
        assertThat(server.received())
                .extracting(question -> question.body().path("model").asString())
                .containsOnly("fake");
        for (JsonNode result : runs.results(run)) {
            assertThat(result.at("/test/input").asString()).startsWith("Hello");
            assertThat(result.at("/test_metrics/metrics/Repeats/is_successful").asBoolean())
                    .isTrue();
            String test = result.path("test_id").asString();
            assertThat(api.delete("/recycle/test/" + test + "?confirm=true").status())
                    .isEqualTo(200);
        }
        assertThat(runs.results(run))
                .extracting(result -> result.at("/test/input").asString())
                .containsExactlyInAnyOrder("Hello 1", "Hello 2");
    }

    @Test
    void whatIsNotThereCannotBeRun() {
        String set = runs.set("Hello", 1);
        String path = "/test_sets/" + set + "/execute/";

        assertThat(api.post("/test_sets/nothing/execute/" + target, null).text("model_name"))
                .isEqualTo("TestSet");
        assertThat(api.post(path + UUID.randomUUID(), null).text("model_name")).isEqualTo("Endpoint");
        assertThat(api.post(path + "x", null).status()).isEqualTo(422);
        assertThat(api.post(path + target, Map.of("metrics", List.of(Map.of("id", UUID.randomUUID()))))
                        .badFields())
                .containsExactly("body.metrics.0");
        assertThat(api.post(path + target, Map.of("evaluation_model_id", UUID.randomUUID()))
                        .badFields())
                .containsExactly("body.evaluation_model_id");
        assertThat(api.post(path + target, Map.of("execution_model_id", UUID.randomUUID()))
                        .badFields())
                .containsExactly("body.execution_model_id");
        assertThat(api.post(path + target, Map.of("reference_test_run_id", UUID.randomUUID()))
                        .badFields())
                .containsExactly("body.reference_test_run_id");
        assertThat(api.post(
                                path + target,
                                Map.of(
                                        "execution_options",
                                        Map.of("execution_mode", "Sideways", "max_concurrency", 501, "repetitions", 0)))
                        .badFields())
                .containsExactlyInAnyOrder(
                        "body.execution_options.execution_mode",
                        "body.execution_options.max_concurrency",
                        "body.execution_options.repetitions");
        assertThat(api.get("/test_runs").total()).isZero();
    }

    @Test
    void otherOrganizationRunsAndSeesNothing() {
        String set = runs.set("Hello", 1);
        String run = runs.start(set, target, Map.of());
        runs.await(run);
        Api other = organizations.create();

        assertThat(other.post("/test_sets/" + set + "/execute/" + target, null).status())
                .isEqualTo(404);
        assertThat(other.get("/test_runs/" + run).status()).isEqualTo(404);
        assertThat(other.get("/test_runs").total()).isZero();
        assertThat(other.get("/test_results").total()).isZero();
        assertThat(other.get("/jobs/" + run).status()).isEqualTo(404);
        for (String verb : List.of("cancel", "rescore", "resume")) {
            assertThat(other.post("/test_runs/" + run + "/" + verb, null).status())
                    .isEqualTo(404);
        }
    }

    private static FakeModelServer judging(boolean passed) {
        return FakeModelServer.start()
                .always(question -> ModelReply.json(Map.of("reason", "because", "passed", passed)));
    }

    private String verdict(String set, Map<String, ?> body) {
        String run = runs.start(set, target, body);
        runs.await(run);
        return runs.results(run).getFirst().path("verdict").asString();
    }
}
