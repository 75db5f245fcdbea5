package ai.rhesis.backend.portal.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Asks for preflights and waits for them, as the SDK does.
@IntegrationTest
class PreflightApiTests {

    @Autowired
    Organizations organizations;

    private final FakeTarget target = FakeTarget.start();

    private Api api;
    private Runs runs;
    private String endpoint;

    @BeforeEach
    void anEndpointThatAnswers() {
        api = organizations.create();
        runs = new Runs(api);
        endpoint = runs.endpoint("Bot", target.url());
    }

    @AfterEach
    void closeTarget() {
        target.close();
    }

    @Test
    void everyCheckOfARunThatCanGoWellPasses() {
        Answer answer = check(judgedSet("Hello"), Map.of());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(statuses(answer))
                .isEqualTo(Map.of(
                        "endpoint_connectivity", "passed",
                        "evaluation_model", "skipped",
                        "test_set_not_empty", "passed",
                        "requirement_metric_coverage", "passed",
                        "metric_compatibility", "passed",
                        "metric_functionality", "passed"));
        assertThat(answer.text("summary")).isEqualTo("passed");
        assertThat(answer.at("passed").asInt()).isEqualTo(5);
        assertThat(answer.at("skipped").asInt()).isEqualTo(1);
        assertThat(answer.text("checks.0.label")).isEqualTo("Endpoint Connectivity");
        assertThat(answer.text("checks.0.detail")).isEqualTo("Echo: Hello");
        assertThat(answer.json().path("checks").path(0).propertyNames())
                .containsExactlyInAnyOrder("check_id", "label", "status", "message", "detail");
    }

    @Test
    void emptySetWithoutMetricsFailsAndWarns() {
        String set = api.create("/test_sets", Map.of("name", "Empty"));
        Answer answer = check(set, Map.of());
        assertThat(statuses(answer))
                .containsEntry("test_set_not_empty", "failed")
                .containsEntry("requirement_metric_coverage", "warning")
                .containsEntry("metric_compatibility", "skipped")
                .containsEntry("metric_functionality", "warning");
        assertThat(answer.text("summary")).isEqualTo("failed");
        assertThat(answer.at("warnings").asInt()).isEqualTo(2);
    }

    @Test
    void targetThatRefusesFailsUnlessOutputsAreReused() {
        target.answering(call -> FakeTarget.Reply.status(401));
        String set = judgedSet("Hello");
        assertThat(statuses(check(set, Map.of()))).containsEntry("endpoint_connectivity", "failed");
        int calls = target.calls().size();
        Answer reuse = check(set, Map.of("scoring_target", "reuse"));
        assertThat(statuses(reuse)).containsEntry("endpoint_connectivity", "skipped");
        assertThat(reuse.text("summary")).isEqualTo("passed");
        assertThat(target.calls()).hasSize(calls);
    }

    @Test
    void unknownTargetFailsAndEndsNothingElse() {
        Answer answer = check(
                judgedSet("Hello"), Map.of("endpoint_id", UUID.randomUUID().toString(), "scoring_target", "reuse"));
        assertThat(statuses(answer))
                .containsEntry("endpoint_connectivity", "failed")
                .containsEntry("test_set_not_empty", "passed");
    }

    @Test
    void requirementsWithoutMetricsAreNamed() {
        String set = api.create(
                "/test_sets/bulk",
                Map.of(
                        "name",
                        "Two",
                        "test_set_type",
                        "Single-Turn",
                        "tests",
                        List.of(
                                Map.of("prompt", Map.of("content", "Hi"), "requirement", "Polite"),
                                Map.of("prompt", Map.of("content", "Ho"), "requirement", "Correct"))));
        String polite = api.get("/requirements?$filter={f}", "name eq 'Polite'").text("0.id");
        api.post("/requirements/" + polite + "/metrics/" + runs.assertion("Says", "contains", "Echo"), null);
        Answer answer = check(set, Map.of());
        assertThat(statuses(answer))
                .containsEntry("requirement_metric_coverage", "warning")
                .containsEntry("metric_functionality", "passed");
        assertThat(detail(answer, "requirement_metric_coverage"))
                .contains("Correct")
                .doesNotContain("Polite");
    }

    @Test
    void judgeWithoutAModelWarnsAndFailsAndOneThatAnswersPasses() {
        String set = runs.set("Hello", 1);
        runs.judgeSet(set, runs.judge("Friendly", Map.of()));
        Map<String, String> ofTheSet = Map.of("metric_mode", "use_test_set");
        assertThat(statuses(check(set, ofTheSet)))
                .containsEntry("evaluation_model", "failed")
                .containsEntry("metric_functionality", "warning");
        target.answering(call -> call.path().endsWith("/chat/completions")
                ? FakeTarget.Reply.json(Map.of(
                        "choices",
                        List.of(Map.of(
                                "message", Map.of("role", "assistant", "content", "OK"), "finish_reason", "stop"))))
                : FakeTarget.Reply.output("Hi"));
        String judge = runs.model("Judge", target.url());
        Map<String, String> judged = Map.of("metric_mode", "use_test_set", "evaluation_model_id", judge);
        Answer answer = check(set, judged);
        assertThat(statuses(answer))
                .containsEntry("evaluation_model", "passed")
                .containsEntry("metric_functionality", "passed");
        assertThat(detail(answer, "evaluation_model")).isEqualTo("Judge");
    }

    @Test
    void multiTurnSetsNeedAModelThatPlaysTheUser() {
        String set = api.create("/test_sets", Map.of("name", "Talks", "test_set_type", "Multi-Turn"));
        assertThat(statuses(check(set, Map.of()))).containsEntry("execution_model", "failed");
    }

    @Test
    void metricsThatMissWhatTheMappingLacksWarn() {
        String metric = runs.judge("Grounded", Map.of("context_required", true));
        Answer answer = check(
                runs.set("Hello", 1),
                Map.of("metric_mode", "define_custom", "selected_metrics", List.of(Map.of("id", metric, "name", "x"))));
        assertThat(statuses(answer))
                .containsEntry("metric_compatibility", "warning")
                .containsEntry("requirement_metric_coverage", "passed");
        assertThat(detail(answer, "metric_compatibility")).contains("Grounded", "context");
    }

    @Test
    void customMetricsHaveToBeChosenAndToExist() {
        String set = judgedSet("Hello");
        assertThat(statuses(check(set, Map.of("metric_mode", "define_custom"))))
                .containsEntry("requirement_metric_coverage", "failed");
        List<Map<String, String>> gone = List.of(Map.of("id", UUID.randomUUID().toString(), "name", "Gone"));
        assertThat(statuses(check(set, Map.of("metric_mode", "define_custom", "selected_metrics", gone))))
                .containsEntry("requirement_metric_coverage", "failed")
                .containsEntry("metric_functionality", "failed");
    }

    @Test
    void checksOfSeveralSetsAreToldApart() {
        String one = judgedSet("Hello");
        String other = judgedSet("Goodbye");
        Answer answer = api.post(
                "/preflight-checks",
                Map.of("test_set_ids", List.of(one, other, one), "endpoint_id", endpoint, "mode", "sync"));
        List<String> keys = StreamSupport.stream(answer.at("checks").spliterator(), false)
                .filter(check -> check.has("composite_key"))
                .map(check -> check.path("composite_key").asString())
                .toList();
        assertThat(keys).hasSize(8).contains("test_set_not_empty:" + one, "metric_functionality:" + other);
        assertThat(answer.at("checks.2.test_set_name").asString()).startsWith("Set ");
        assertThat(answer.json().path("checks").path(0).has("composite_key")).isFalse();
    }

    @Test
    void badRequestsNameTheField() {
        assertThat(api.post("/preflight-checks", Map.of("endpoint_id", endpoint))
                        .badFields())
                .containsExactly("body.test_set_id");
        String set = judgedSet("Hello");
        for (Map.Entry<String, String> bad : Map.of(
                        "mode", "later", "metric_mode", "all", "scoring_target", "old", "correlation_id", "x")
                .entrySet()) {
            assertThat(check(set, Map.of(bad.getKey(), bad.getValue())).badFields())
                    .containsExactly("body." + bad.getKey());
        }
    }

    @Test
    void setsAndTargetsOfAnotherOrganizationAreNotThere() {
        Api others = organizations.create();
        String set = judgedSet("Hello");
        assertThat(others.post("/preflight-checks", Map.of("test_set_id", set, "endpoint_id", endpoint, "mode", "sync"))
                        .status())
                .isEqualTo(404);
        Answer theirs = others.post(
                "/preflight-checks",
                Map.of(
                        "test_set_id",
                        others.create("/test_sets", Map.of("name", "Own")),
                        "endpoint_id",
                        endpoint,
                        "mode",
                        "sync"));
        assertThat(statuses(theirs)).containsEntry("endpoint_connectivity", "failed");
        assertThat(target.calls()).isEmpty();
    }

    private String judgedSet(String prefix) {
        String set = runs.set(1, number -> Map.of("prompt", Map.of("content", prefix), "requirement", "Polite"));
        String polite = api.get("/requirements?$filter={f}", "name eq 'Polite'").text("0.id");
        api.post("/requirements/" + polite + "/metrics/" + runs.assertion("Says " + prefix, "contains", "Echo"), null);
        return set;
    }

    private Answer check(String set, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("test_set_id", set, "endpoint_id", endpoint, "mode", "sync"));
        body.putAll(more);
        return api.post("/preflight-checks", body);
    }

    private static Map<String, String> statuses(Answer answer) {
        Map<String, String> statuses = new HashMap<>();
        for (JsonNode check : answer.at("checks")) {
            statuses.put(check.path("check_id").asString(), check.path("status").asString());
        }
        return statuses;
    }

    private static String detail(Answer answer, String name) {
        return StreamSupport.stream(answer.at("checks").spliterator(), false)
                .filter(check -> check.path("check_id").asString().equals(name))
                .map(check -> check.path("detail").asString(""))
                .findFirst()
                .orElseThrow();
    }
}
