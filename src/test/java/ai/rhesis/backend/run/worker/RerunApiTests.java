package ai.rhesis.backend.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Goes on with runs, and judges again what they stored.
@IntegrationTest
class RerunApiTests {

    @Autowired
    Organizations organizations;

    FakeModelServer server;
    Api api;
    Runs runs;
    String target;
    String set;

    @BeforeEach
    void aTargetThatRefusesEveryThird() {
        server = FakeModelServer.start()
                .always(question -> number(question) % 3 == 0
                        ? ModelReply.status(400)
                        : ModelReply.text("Answer " + number(question)));
        api = organizations.create();
        runs = new Runs(api);
        target = runs.model("Bot", server.url());
        set = runs.set("Question", 6);
        runs.judgeSet(set, runs.assertion("Answers", "contains", "Answer"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsErroredIsRunAgainAndNothingElse() {
        String run = runs.start(set, target, Map.of());
        assertThat(runs.await(run).text("state")).isEqualTo("Partial");
        int called = server.received().size();
        server.always(question -> ModelReply.text("Answer at last"));

        Answer resumed = api.post("/test_runs/" + run + "/resume", null);

        assertThat(resumed.status()).isEqualTo(200);
        assertThat(resumed.text("state")).isEqualTo("Queued");
        Answer done = runs.await(run);
        assertThat(done.text("state")).isEqualTo("Completed");
        assertThat(done.at("stats").toString()).isEqualTo("{\"total\":6,\"passed\":6,\"failed\":0,\"errors\":0}");
        assertThat(server.received()).hasSize(called + 2);
        List<JsonNode> results = runs.results(run);
        assertThat(results)
                .extracting(result -> result.path("test_id").asString())
                .doesNotHaveDuplicates()
                .hasSize(6);
        assertThat(results)
                .extracting(result -> result.path("position").asInt())
                .doesNotHaveDuplicates();
    }

    @Test
    void whatHasItsVerdictsCannotBeResumed() {
        server.always(question -> ModelReply.text("Answer"));
        String run = runs.start(set, target, Map.of());
        runs.await(run);

        Answer refused = api.post("/test_runs/" + run + "/resume", null);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(runs.get(run).text("state")).isEqualTo("Completed");
    }

    @Test
    void aReplacedResultStaysInTheBinAndCannotComeBack() {
        String run = runs.start(set, target, Map.of());
        runs.await(run);
        String errored = runs.results(run).stream()
                .filter(result -> result.path("verdict").asString().equals("Error"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        server.always(question -> ModelReply.text("Answer at last"));
        api.post("/test_runs/" + run + "/resume", null);
        runs.await(run);

        assertThat(api.get("/test_results/" + errored).status()).isEqualTo(410);
        assertThat(api.post("/recycle/test_result/" + errored + "/restore", null)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void storedOutputsAreJudgedAgainWithoutACall() {
        String run = runs.start(set, target, Map.of());
        runs.await(run);
        int called = server.received().size();
        String strict = runs.assertion("Four", "equals", "Answer 4");

        Answer started = api.post("/test_runs/" + run + "/rescore", Map.of("metrics", List.of(Map.of("id", strict))));

        assertThat(started.status()).isEqualTo(200);
        String again = String.valueOf(started.text("test_run_id"));
        assertThat(again).isNotEqualTo(run);
        Answer done = runs.await(again);
        assertThat(done.text("reference_test_run_id")).isEqualTo(run);
        assertThat(done.at("stats").toString()).isEqualTo("{\"total\":6,\"passed\":1,\"failed\":3,\"errors\":2}");
        assertThat(server.received()).hasSize(called);
        assertThat(runs.get(run).at("stats.passed").asInt()).isEqualTo(4);
        JsonNode passed = runs.results(again).stream()
                .filter(result -> result.path("verdict").asString().equals("Pass"))
                .findFirst()
                .orElseThrow();
        assertThat(passed.at("/test_output/output").asString()).isEqualTo("Answer 4");
        assertThat(passed.at("/target_usage/output_tokens").asInt()).isEqualTo(ModelReply.OUTPUT_TOKENS);
    }

    @Test
    void aReferenceAtTheStartDoesTheSame() {
        String run = runs.start(set, target, Map.of());
        runs.await(run);
        int called = server.received().size();

        Answer done = runs.await(runs.start(set, target, Map.of("reference_test_run_id", run)));

        assertThat(done.at("stats.passed").asInt()).isEqualTo(4);
        assertThat(server.received()).hasSize(called);
        String otherSet = runs.set("Other", 1);
        assertThat(api.post("/test_sets/" + otherSet + "/execute/" + target, Map.of("reference_test_run_id", run))
                        .badFields())
                .containsExactly("body.reference_test_run_id");
    }

    @Test
    void whatAClientKeepsIsJudgedToo() {
        String configuration = api.create("/test_configurations", Map.of("model_id", target, "test_set_id", set));
        String run = api.create("/test_runs", Map.of("test_configuration_id", configuration));
        String test = api.get("/test_sets/" + set + "/tests").text("0.id");
        api.create(
                "/test_results",
                Map.of(
                        "test_configuration_id",
                        configuration,
                        "test_run_id",
                        run,
                        "test_id",
                        String.valueOf(test),
                        "test_output",
                        "Answer by hand"));

        Answer started = api.post("/test_runs/" + run + "/rescore", null);

        Answer done = runs.await(String.valueOf(started.text("test_run_id")));
        assertThat(done.at("stats").toString()).isEqualTo("{\"total\":1,\"passed\":1,\"failed\":0,\"errors\":0}");
        assertThat(server.received()).isEmpty();
    }

    private static int number(FakeModelServer.Received question) {
        String text = question.question();
        return Integer.parseInt(text.substring(text.lastIndexOf(' ') + 1));
    }
}
