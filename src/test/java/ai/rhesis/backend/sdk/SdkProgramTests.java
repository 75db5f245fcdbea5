package ai.rhesis.backend.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A program of the published SDK beyond storing objects, with the paths, parameters and bodies that the SDK
/// sends: it looks before a run, runs, scores again, counts, and has an endpoint configured.
@IntegrationTest
class SdkProgramTests {

    @Autowired
    Organizations organizations;

    private final FakeTarget target = FakeTarget.start();
    private final FakeModelServer judge =
            FakeModelServer.start().always(question -> ModelReply.json(Map.of("score", 8, "reason", "It is polite.")));

    private Api api;
    private Runs runs;
    private String model;
    private String endpoint;
    private String metric;
    private String set;

    @BeforeEach
    void pushAll() {
        api = organizations.create();
        runs = new Runs(api);
        model = runs.model("Judge", judge.url());
        endpoint = runs.endpoint("Bot", target.url());
        metric = runs.judge(
                "Politeness", Map.of("score_type", "numeric", "min_score", 0, "max_score", 10, "threshold", 5));
        set = pushedSet();
    }

    @AfterEach
    void closeServers() {
        target.close();
        judge.close();
    }

    @Test
    void aModelBecomesTheDefaultOfEachPurpose() {
        for (String purpose : List.of("generation", "evaluation", "execution", "embedding")) {
            Answer settings =
                    api.patch("/users/settings", Map.of("models", Map.of(purpose, Map.of("model_id", model))));
            assertThat(settings.text("models." + purpose + ".model_id")).isEqualTo(model);
        }
        assertThat(api.post("/models/" + model + "/test", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void aSetIsLookedAtRunScoredAgainAndCounted() {
        judgeByDefault();
        Answer checked = api.post("/preflight-checks", checks());
        assertThat(checked.text("summary")).isEqualTo("passed");
        assertThat(checked.at("passed").asInt() + checked.at("skipped").asInt())
                .isEqualTo(checked.at("checks").size());

        String run = execute(Map.of());
        JsonNode last = api.get("/test_sets/" + set + "/last-run/" + endpoint).json();
        assertThat(last.path("id").asString()).isEqualTo(run);
        assertThat(last.path("test_count").asInt()).isEqualTo(1);
        assertThat(outputs(run)).containsExactly("Echo: Hello");

        int calls = target.calls().size();
        String again = execute(Map.of("reference_test_run_id", run));
        assertThat(outputs(again)).containsExactly("Echo: Hello");
        assertThat(target.calls()).hasSize(calls);

        assertThat(api.get("/test_runs?$filter={filter}", "tolower(name) eq '" + name(again) + "'")
                        .texts("id"))
                .containsExactly(again);
        Answer counted = api.get("/insights?entity=test_result&test_run_ids=" + run + "&test_run_ids=" + again
                + "&group_by=requirement&group_by=test_run&measures=count&measures=pass_rate");
        assertThat(counted.texts("rows", "test_run")).containsExactlyInAnyOrder(run, again);
        assertThat(counted.texts("rows", "requirement")).containsExactly("Greets", "Greets");
        assertThat(api.get("/insights/ids?entity=test_result&months=1&outcome=pass")
                        .at("ids")
                        .size())
                .isEqualTo(1);
        assertThat(api.get("/insights/ids?entity=metric&metric_names=Politeness&outcome=fail")
                        .at("ids")
                        .size())
                .isZero();
    }

    @Test
    void testsAndMetricsOfASetComeAndGo() {
        String test = api.create("/tests", Map.of("prompt", Map.of("content", "Bye")));
        assertThat(api.post("/test_sets/" + set + "/associate", Map.of("test_ids", List.of(test)))
                        .text("success"))
                .isEqualTo("true");
        assertThat(api.get("/test_sets/" + set + "/tests?skip=0&limit=100").texts("id"))
                .contains(test)
                .hasSize(2);
        assertThat(api.post("/test_sets/" + set + "/disassociate", Map.of("test_ids", List.of(test)))
                        .text("success"))
                .isEqualTo("true");

        String named =
                api.get("/metrics?$filter={filter}", "name eq 'Politeness'").text("0.id");
        assertThat(named).isEqualTo(metric);
        assertThat(api.post("/test_sets/" + set + "/metrics/" + metric, null).texts("name"))
                .containsExactly("Politeness");
        assertThat(api.get("/test_sets/" + set + "/metrics").texts("id")).containsExactly(metric);
        assertThat(api.delete("/test_sets/" + set + "/metrics/" + metric).size())
                .isZero();
    }

    @Test
    void oneTestIsTriedAtOnce() {
        judgeByDefault();
        String test = api.get("/test_sets/" + set + "/tests?skip=0&limit=100").text("0.id");
        Answer tried =
                api.post("/tests/execute", Map.of("test_id", test, "endpoint_id", endpoint, "evaluate_metrics", true));
        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.text("test_output.output")).isEqualTo("Echo: Hello");
        assertThat(api.get("/test_runs").total()).isZero();
    }

    @Test
    void anEndpointIsAskedInItsConversation() {
        Answer asked =
                api.post("/endpoints/" + endpoint + "/invoke", Map.of("input", "Hello", "conversation_id", "c-1"));
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text("output")).isEqualTo("Echo: Hello");
    }

    @Test
    void anEndpointIsConfiguredAndPushed() {
        api.patch("/users/settings", Map.of("models", Map.of("generation", Map.of("model_id", model))));
        judge.will(ModelReply.json(Map.of(
                "reason", "It is a simple bot",
                "request_mapping", "{\"input\": \"{{ input }}\"}",
                "response_mapping", "{\"output\": \"$.output\"}",
                "request_headers", "{}",
                "url", "",
                "method", "",
                "conversation_mode", "single_turn",
                "confidence", 0.9,
                "warnings", "")));
        Map<String, Object> pasted = new HashMap<>(
                Map.of("input_text", "curl " + target.url(), "url", target.url(), "method", "POST", "probe", true));
        pasted.put("auth_token", null);
        Answer found = api.post("/endpoints/auto-configure", pasted);
        assertThat(found.text("status")).isEqualTo("success");
        assertThat(found.text("probe_success")).isEqualTo("true");
        String pushed = api.create(
                "/endpoints",
                Map.of(
                        "name", "Found",
                        "connection_type", "REST",
                        "url", target.url(),
                        "method", String.valueOf(found.text("method")),
                        "request_mapping", found.at("request_mapping"),
                        "response_mapping", found.at("response_mapping")));
        assertThat(api.post("/endpoints/" + pushed + "/invoke", Map.of("input", "Hi"))
                        .text("output"))
                .isEqualTo("Echo: Hi");
    }

    private String pushedSet() {
        Answer pushed = api.post(
                "/test_sets/bulk",
                Map.of(
                        "name",
                        "Smoke",
                        "test_set_type",
                        "Single-Turn",
                        "tests",
                        List.of(Map.of(
                                "prompt", Map.of("content", "Hello", "language_code", "en"),
                                "category", "Helpfulness",
                                "topic", "Greetings",
                                "requirement", "Greets",
                                "test_type", "Single-Turn"))));
        assertThat(pushed.status()).isEqualTo(200);
        return pushed.id();
    }

    private void judgeByDefault() {
        api.patch("/users/settings", Map.of("models", Map.of("evaluation", Map.of("model_id", model))));
        String requirement = String.valueOf(api.get("/requirements?$filter={filter}", "tolower(name) eq 'greets'")
                .text("0.id"));
        assertThat(api.post("/requirements/" + requirement + "/metrics/" + metric, null)
                        .status())
                .isEqualTo(200);
    }

    private Map<String, ?> checks() {
        return Map.of(
                "test_set_id",
                set,
                "endpoint_id",
                endpoint,
                "mode",
                "sync",
                "metric_mode",
                "define_custom",
                "selected_metrics",
                List.of(Map.of("id", metric, "name", "Politeness")),
                "evaluation_model_id",
                model);
    }

    private String execute(Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("execution_options", Map.of("execution_mode", "Sequential"));
        body.put("metrics", List.of(Map.of("id", metric, "name", "Politeness")));
        String run = runs.start(set, endpoint, body);
        assertThat(runs.await(run).text("status.name")).isEqualTo("Completed");
        return run;
    }

    private List<String> outputs(String run) {
        return api.get("/test_results?$filter={filter}", "test_run_id eq '" + run + "'")
                .json()
                .valueStream()
                .map(result -> result.at("/test_output/output").asString())
                .toList();
    }

    private String name(String run) {
        return String.valueOf(api.get("/test_runs/" + run).text("name")).toLowerCase(Locale.ROOT);
    }
}
