package ai.rhesis.backend.run.testresult;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Reviews;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Results that a client keeps.
@IntegrationTest
class TestResultApiTests {

    private static final Map<String, ?> PASSED = Map.of("score", 0.9, "is_successful", true, "threshold", 0.5);
    private static final Map<String, ?> FAILED = Map.of("score", 0.1, "is_successful", false, "reason", "rude");

    @Autowired
    Organizations organizations;

    Api api;
    String configuration;
    String run;
    String test;

    @BeforeEach
    void ownRun() {
        api = organizations.create();
        String model = api.create("/models", Map.of("name", "Bot", "provider", "ollama", "model_name", "g"));
        configuration = api.create("/test_configurations", Map.of("model_id", model));
        run = api.create("/test_runs", Map.of("test_configuration_id", configuration));
        test = api.create(
                "/tests", Map.of("prompt", Map.of("content", "Hello"), "requirement", "Greets", "category", "Tone"));
    }

    @Test
    void whatIsKeptCanBeRead() {
        String id = create(Map.of(
                "test_output", Map.of("output", "Hi", "context", List.of("a")),
                "test_metrics", Map.of("execution_time", 120, "metrics", Map.of("Polite", PASSED))));

        Answer result = api.get("/test_results/" + id);

        assertThat(result.text("verdict")).isEqualTo("Pass");
        assertThat(result.text("status.name")).isEqualTo("Pass");
        assertThat(result.text("test_output.output")).isEqualTo("Hi");
        assertThat(result.at("test_metrics.execution_time").asInt()).isEqualTo(120);
        assertThat(result.at("test_metrics.metrics.Polite.score").asDouble()).isEqualTo(0.9);
        assertThat(result.at("test_metrics.metrics.Polite.threshold").asDouble())
                .isEqualTo(0.5);
        assertThat(result.text("test.input")).isEqualTo("Hello");
        assertThat(result.text("test.requirement.name")).isEqualTo("Greets");
        assertThat(result.text("test_run.id")).isEqualTo(run);
        assertThat(result.at("position").asInt()).isEqualTo(1);
        assertThat(api.get("/test_runs/" + run).at("stats").toString())
                .isEqualTo("{\"total\":1,\"passed\":1,\"failed\":0,\"errors\":0}");
    }

    @Test
    void severalTurnsAreTheTestsAndNotThePrompts() {
        Map<String, ?> goal = Map.of("goal", "Book a table");
        String led = api.create("/tests", Map.of("test_configuration", goal));
        String ledWithPrompt = api.create(
                "/tests",
                Map.of("prompt", Map.of("content", "Begin so"), "test_configuration", goal, "test_type", "Multi-Turn"));
        String saidOnce = api.create(
                "/tests",
                Map.of("prompt", Map.of("content", "Say it"), "test_configuration", goal, "test_type", "Single-Turn"));
        String prompt = api.create("/prompts", Map.of("content", "No test"));

        assertThat(isMultiTurn(Map.of("test_id", led))).isTrue();
        assertThat(isMultiTurn(Map.of("test_id", ledWithPrompt))).isTrue();
        assertThat(isMultiTurn(Map.of("test_id", saidOnce))).isFalse();
        assertThat(isMultiTurn(Map.of("prompt_id", prompt))).isFalse();
    }

    private boolean isMultiTurn(Map<String, ?> ofWhat) {
        Map<String, Object> body = new HashMap<>(ofWhat);
        body.put("test_configuration_id", configuration);
        return api.get("/test_results/" + api.create("/test_results", body))
                .at("test.is_multi_turn")
                .asBoolean();
    }

    @Test
    void theStatusFollowsFromTheMetrics() {
        assertThat(verdict(Map.of("metrics", Map.of("a", PASSED, "b", PASSED)))).isEqualTo("Pass");
        assertThat(verdict(Map.of("metrics", Map.of("a", PASSED, "b", FAILED)))).isEqualTo("Fail");
        assertThat(verdict(Map.of("metrics", Map.of("a", FAILED, "b", Map.of("error", "no answer")))))
                .isEqualTo("Error");
        assertThat(verdict(Map.of("metrics", Map.of("a", Map.of("score", 1))))).isEqualTo("Error");
        assertThat(verdict(Map.of())).isEqualTo("Error");
    }

    @Test
    void aStatusThatIsGivenDecides() {
        String id = create(Map.of("repetition", 1, "status_id", status("Pass")));
        assertThat(api.get("/test_results/" + id).text("verdict")).isEqualTo("Pass");

        Answer reviewed = api.put("/test_results/" + id, Map.of("status_id", status("Review")));

        assertThat(reviewed.text("status.name")).isEqualTo("Review");
        assertThat(reviewed.text("verdict")).isEqualTo("Pass");
        assertThat(api.put("/test_results/" + id, Map.of("status_id", status("Fail")))
                        .text("verdict"))
                .isEqualTo("Fail");
        assertThat(api.get("/test_results?$filter={filter}", "status/name eq 'Fail' and verdict eq 'Fail'")
                        .total())
                .isEqualTo(1);
    }

    @Test
    void aStatusThatIsTakenBackFollowsFromTheMetricsAgain() {
        String id = create(Map.of("test_metrics", Map.of("metrics", Map.of("a", PASSED))));
        api.put("/test_results/" + id, Map.of("status_id", status("Fail")));

        Answer followed = api.put("/test_results/" + id, "{\"status_id\": null}");

        assertThat(followed.text("verdict")).isEqualTo("Pass");
        assertThat(followed.text("status.name")).isEqualTo("Pass");
    }

    @Test
    void scoresAreFiniteNumbers() {
        String body = "{\"test_configuration_id\": \"%s\", \"test_metrics\": {\"metrics\": {\"a\": %s}}}";
        for (String score : List.of("{\"score\": 1e400}", "{\"score\": 1, \"threshold\": -1e400}")) {
            assertThat(api.post("/test_results", body.formatted(configuration, score))
                            .badFields())
                    .containsExactly("body.test_metrics");
        }
        Answer yes = api.post("/test_results", body.formatted(configuration, "{\"score\": true}"));
        assertThat(yes.at("test_metrics.metrics.a.score").asDouble()).isEqualTo(1);
        assertThat(api.post(
                                "/test_results",
                                "{\"test_configuration_id\": \"%s\", \"test_metrics\": {\"metrics\": [1]}}"
                                        .formatted(configuration))
                        .badFields())
                .containsExactly("body.test_metrics");
    }

    @Test
    void textsAreOutputsAndUnknownKeysOfMetricsStay() {
        String id = create(Map.of(
                "test_output",
                "Just text",
                "test_metrics",
                Map.of(
                        "metrics",
                        Map.of("Tone", Map.of("score", "warm", "is_successful", true, "backend", "deepeval")))));

        Answer result = api.get("/test_results/" + id);

        assertThat(result.text("test_output.output")).isEqualTo("Just text");
        assertThat(result.text("test_metrics.metrics.Tone.score")).isEqualTo("warm");
        assertThat(result.text("test_metrics.metrics.Tone.backend")).isEqualTo("deepeval");
    }

    @Test
    void otherMetricsReplaceTheFormer() {
        String id = create(Map.of("test_metrics", Map.of("metrics", Map.of("a", FAILED, "b", PASSED))));

        Answer changed = api.put(
                "/test_results/" + id, Map.of("test_metrics", Map.of("metrics", Map.of("b", PASSED, "c", PASSED))));

        assertThat(changed.text("verdict")).isEqualTo("Pass");
        assertThat(changed.at("test_metrics.metrics").propertyNames()).containsExactlyInAnyOrder("b", "c");
        assertThat(api.put("/test_results/" + id, changed.json()).text("verdict"))
                .isEqualTo("Pass");
    }

    @Test
    void badFieldsAreNamed() {
        assertThat(api.post("/test_results", Map.of()).badFields()).containsExactly("body.test_configuration_id");
        for (String field : List.of("test_configuration_id", "test_run_id", "test_id", "prompt_id", "status_id")) {
            Map<String, Object> body = new HashMap<>(Map.of("test_configuration_id", configuration));
            body.put(field, UUID.randomUUID());
            assertThat(api.post("/test_results", body).badFields()).containsExactly("body." + field);
        }
        assertThat(api.post(
                                "/test_results",
                                Map.of(
                                        "test_configuration_id",
                                        configuration,
                                        "test_metrics",
                                        Map.of("metrics", Map.of("a", 1))))
                        .badFields())
                .containsExactly("body.test_metrics");
        String id = create(Map.of());
        assertThat(api.put("/test_results/" + id, Map.of("repetition", 2)).badFields())
                .containsExactly("body.repetition");
    }

    @Test
    void aSecondResultOfATestIsAConflict() {
        String id = create(Map.of());

        Answer second = api.post("/test_results", body(Map.of()));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("existing_id")).isEqualTo(id);
        assertThat(second.text("detail")).isEqualTo("A living Test Result with this test_id already exists");
        assertThat(api.post("/test_results", body(Map.of("repetition", 2))).status())
                .isEqualTo(200);
    }

    @Test
    void deletedIsGone() {
        String id = create(Map.of());

        assertThat(api.delete("/test_results/" + id).id()).isEqualTo(id);

        assertThat(api.get("/test_results/" + id).status()).isEqualTo(410);
        assertThat(api.get("/test_runs/" + run).at("stats.total").asInt()).isZero();
    }

    @Test
    void whatCameOfARunIsSummedUpAndDownloaded() {
        create(Map.of(
                "test_output",
                "=cmd()",
                "test_metrics",
                Map.of("execution_time", 10, "metrics", Map.of("Polite", PASSED, "Short", FAILED))));
        create(Map.of(
                "repetition", 2, "test_metrics", Map.of("metrics", Map.of("Polite", Map.of("error", "no answer")))));

        Answer metrics = api.get("/test_runs/" + run + "/metrics?detail=true");
        assertThat(metrics.texts("name")).containsExactlyInAnyOrder("Polite", "Short");
        Answer requirements = api.get("/test_runs/" + run + "/requirements");
        assertThat(requirements.text("0.name")).isEqualTo("Greets");
        assertThat(requirements.at("0.total").asInt()).isEqualTo(2);
        assertThat(requirements.at("0.failed").asInt()).isEqualTo(1);
        assertThat(requirements.at("0.errors").asInt()).isEqualTo(1);

        String csv = new String(api.download("/test_runs/" + run + "/download"), StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv.lines().findFirst().orElseThrow())
                .contains("\"error_type\",\"duration_ms\",\"target_input_tokens\"", "\"judge_cost_micros\"")
                .contains("\"Polite score\"", "\"Short reason\",\"Short error type\"");
        assertThat(csv).contains("\"'=cmd()\"", "\"Hello\"", "\"no answer\"");
        Answer json = api.get("/test_runs/" + run + "/download?format=json");
        assertThat(json.size()).isEqualTo(2);
        assertThat(json.text("0.test_metrics.metrics.Short.reason")).isEqualTo("rude");
        assertThat(json.header("Content-Disposition")).contains("attachment").contains(".json");
        assertThat(api.get("/test_runs/" + run + "/download?format=pdf").text("field"))
                .isEqualTo("format");
    }

    @Test
    void otherOrganizationSeesAndChangesNothing() {
        String id = create(Map.of());
        Api other = organizations.create();

        assertThat(other.get("/test_results/" + id).status()).isEqualTo(404);
        assertThat(other.put("/test_results/" + id, Map.of("test_output", "x")).status())
                .isEqualTo(404);
        assertThat(other.delete("/test_results/" + id).status()).isEqualTo(404);
        assertThat(other.get("/test_results").total()).isZero();
        assertThat(other.post("/test_results", body(Map.of())).badFields()).isNotEmpty();
    }

    private String create(Map<String, ?> more) {
        return api.create("/test_results", body(more));
    }

    private Map<String, Object> body(Map<String, ?> more) {
        Map<String, Object> body =
                new HashMap<>(Map.of("test_configuration_id", configuration, "test_run_id", run, "test_id", test));
        body.putAll(more);
        return body;
    }

    private String verdict(Map<String, ?> metrics) {
        return String.valueOf(
                api.post("/test_results", Map.of("test_configuration_id", configuration, "test_metrics", metrics))
                        .text("verdict"));
    }

    private String status(String name) {
        return Reviews.status(api, "TestResult", name);
    }
}
