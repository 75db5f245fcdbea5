package ai.rhesis.backend.run.testresult;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Results of a run in the shape that the web frontend reads.
@IntegrationTest
class ResultShapeApiTests {

    @Autowired
    Organizations organizations;

    FakeTarget target;
    Api api;
    Runs runs;
    String metric;
    String run;

    @BeforeEach
    void runOfOneTest() {
        target = FakeTarget.start();
        api = organizations.create();
        runs = new Runs(api);
        metric = runs.assertion("Repeats", "contains", "Echo");
        api.put("/metrics/" + metric, Map.of("description", "Says it again"));
        String set = runs.set(
                1,
                number -> Map.of(
                        "prompt",
                        Map.of("content", "Hello", "expected_response", "Hi"),
                        "requirement",
                        "Greets",
                        "category",
                        "Tone"));
        runs.judgeSet(set, metric);
        run = runs.start(set, runs.endpoint("Bot", target.url()), Map.of());
        runs.await(run);
    }

    @AfterEach
    void stop() {
        target.close();
    }

    @Test
    void aResultShowsItsTestWithPromptAndRequirement() {
        Answer result = result();

        Answer test = api.get("/tests/" + result.text("test_id"));
        assertThat(result.text("test.id")).isEqualTo(test.id());
        assertThat(result.text("test.prompt.id")).isEqualTo(test.text("prompt_id"));
        assertThat(result.text("test.prompt.content")).isEqualTo("Hello");
        assertThat(result.text("test.prompt.expected_response")).isEqualTo("Hi");
        assertThat(result.text("test.requirement.id")).isEqualTo(test.text("requirement_id"));
        assertThat(result.text("test.requirement.name")).isEqualTo("Greets");
        assertThat(result.text("test.category")).isEqualTo("Tone");
        assertThat(result.text("test_run.id")).isEqualTo(run);
        assertThat(result.text("test_run.name")).isNotBlank();
        assertThat(result.text("status.name")).isEqualTo("Pass");
        assertThat(result.at("tags").isArray()).isTrue();
        assertThat(result.at("counts.comments").asInt()).isZero();
    }

    @Test
    void aJudgementIsDescribedByItsMetricAsItWasThen() {
        api.put("/metrics/" + metric, Map.of("description", "Something else"));

        Answer result = result();

        String judgement = "test_metrics.metrics.Repeats.";
        assertThat(result.text(judgement + "name")).isEqualTo("Repeats");
        assertThat(result.text(judgement + "class_name")).isEqualTo("contains");
        assertThat(result.text(judgement + "backend")).isEqualTo("rhesis");
        assertThat(result.text(judgement + "description")).isEqualTo("Says it again");
    }

    @Test
    void aKeptJudgementIsDescribedByItsMetricAsItIs() {
        String kept = api.create(
                "/test_results",
                Map.of(
                        "test_configuration_id",
                        String.valueOf(result().text("test_configuration_id")),
                        "test_metrics",
                        Map.of("metrics", Map.of("Mine", Map.of("id", metric, "is_successful", true)))));
        api.put("/metrics/" + metric, Map.of("description", "Something else"));

        Answer read = api.get("/test_results/" + kept);

        assertThat(read.text("test_metrics.metrics.Mine.description")).isEqualTo("Something else");
        assertThat(api.put("/test_results/" + kept, read.json()).text("verdict"))
                .isEqualTo("Pass");
    }

    @Test
    void whatWasReadIsNoChangeOfWhatARunWrote() {
        Answer read = result();
        Map<String, ?> undescribed = Map.of(
                "test_metrics",
                Map.of(
                        "execution_time",
                        read.at("test_metrics.execution_time").asLong(),
                        "metrics",
                        Map.of("Repeats", judgementAlone(read))));

        assertThat(api.put("/test_results/" + read.id(), read.json()).status()).isEqualTo(200);
        assertThat(api.put("/test_results/" + read.id(), undescribed).status()).isEqualTo(200);
        assertThat(api.put("/test_results/" + read.id(), Map.of("test_metrics", Map.of()))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void filesOfAResultAreListedUnderIt() {
        String id = result().id();
        api.upload("/files?entity_type=TestResult&entity_id=" + id, Map.of("seen.txt", "Look".getBytes()));

        assertThat(api.get("/test_results/" + id + "/files").texts("filename")).containsExactly("seen.txt");
        assertThat(organizations.create().get("/test_results/" + id + "/files").status())
                .isEqualTo(404);
    }

    @Test
    void namesOfMetricsAreListedAndInDetailCounted() {
        assertThat(api.get("/test_runs/" + run + "/metrics").json().toString()).isEqualTo("[\"Repeats\"]");
        assertThat(api.get("/test_runs/" + run + "/metrics?detail=true").texts("passed"))
                .isEqualTo(List.of("1"));
        assertThat(organizations.create().get("/test_runs/" + run + "/metrics").status())
                .isEqualTo(404);
    }

    private Answer result() {
        return api.get(
                "/test_results/" + runs.results(run).getFirst().path("id").asString());
    }

    private static Map<String, ?> judgementAlone(Answer read) {
        return Map.of(
                "id",
                String.valueOf(read.text("test_metrics.metrics.Repeats.id")),
                "score",
                read.at("test_metrics.metrics.Repeats.score").asDouble(),
                "reason",
                String.valueOf(read.text("test_metrics.metrics.Repeats.reason")),
                "is_successful",
                true,
                "duration_ms",
                read.at("test_metrics.metrics.Repeats.duration_ms").asLong());
    }
}
