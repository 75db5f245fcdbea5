package ai.rhesis.backend.metric.metric;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class MetricApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void whatIsCreatedCanBeRead() {
        String model =
                api.create("/models", Map.of("name", "Judge", "provider", "ollama", "model_name", "llama", "key", "k"));
        Answer created = api.post("/metrics", """
                {"name": "Accuracy", "description": "d", "evaluation_prompt": "Is it right?", "evaluation_steps": "s",
                 "reasoning": "r", "evaluation_examples": "e", "score_type": "numeric", "min_score": 1, "max_score": 5,
                 "threshold": 3.5, "threshold_operator": ">", "metric_scope": ["Single-Turn", "Multi-Turn"],
                 "metric_type": "custom-prompt", "backend_type": "custom", "ground_truth_required": true,
                 "context_required": true, "model_id": "%s", "explanation": "x"}
                """.formatted(model));
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.at("threshold").asDouble()).isEqualTo(3.5);
        assertThat(created.text("metric_type.type_value")).isEqualTo("custom-prompt");
        assertThat(created.text("backend_type.type_value")).isEqualTo("custom");
        assertThat(created.text("model.name")).isEqualTo("Judge");
        assertThat(created.text("metric_scope.1")).isEqualTo("Multi-Turn");
        assertThat(api.get("/metrics/" + created.id()).json()).isEqualTo(created.json());
        assertThat(api.get("/metrics").at("0")).isEqualTo(created.json());
    }

    @Test
    void judgeNeedsLittle() {
        Answer created = api.post("/metrics", judge("Polite"));
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.text("threshold_operator")).isEqualTo(">=");
        assertThat(created.text("backend_type.type_value")).isEqualTo("custom");
        assertThat(created.text("metric_type")).isNull();
        assertThat(created.at("ground_truth_required").asBoolean()).isFalse();
    }

    @Test
    void whatTheSdkPushesIsTaken() {
        Answer pushed = api.post("/metrics", """
                {"id": null, "name": "Tone", "score_type": "categorical", "class_name": "CategoricalJudge",
                 "backend_type": "rhesis", "metric_type": "generation", "metric_scope": ["Single-Turn"],
                 "evaluation_prompt": "What tone?", "categories": ["kind", "rude"], "passing_categories": ["kind"],
                 "reference_score": "kind", "ground_truth_required": null, "context_required": false}
                """);
        assertThat(pushed.status()).isEqualTo(200);
        assertThat(pushed.text("metric_type.type_value")).isEqualTo("generation");
        assertThat(api.put("/metrics/" + pushed.id(), pushed.json().toString()).text("metric_type_id"))
                .isEqualTo(pushed.text("metric_type_id"));
        assertThat(api.get("/metrics?$filter=name eq 'Tone'").text("0.class_name"))
                .isEqualTo("CategoricalJudge");
        assertThat(api.post("/metrics", with(judge("Other"), "metric_type", "Generation"))
                        .text("metric_type_id"))
                .isEqualTo(pushed.text("metric_type_id"));
    }

    @Test
    void everyBadFieldIsNamed() {
        assertThat(api.post("/metrics", """
                {"score_type": "stars", "metric_scope": ["Sometimes"], "threshold_operator": "~", "threshold": "high"}
                """).badFields())
                .containsExactlyInAnyOrder(
                        "body.name",
                        "body.score_type",
                        "body.metric_scope.0",
                        "body.threshold_operator",
                        "body.threshold");
        assertThat(api.post("/metrics", with(judge("x"), "metric_scope", List.of()))
                        .badFields())
                .containsExactly("body.metric_scope");
        assertThat(api.post("/metrics", with(judge("x"), "backend_type", "nobody"))
                        .badFields())
                .containsExactly("body.backend_type");
        assertThat(api.post("/metrics", with(judge("x"), "model_id", UUID.randomUUID()))
                        .badFields())
                .containsExactly("body.model_id");
        assertThat(api.post("/metrics", with(judge("x"), "metric_type_id", UUID.randomUUID()))
                        .badFields())
                .containsExactly("body.metric_type_id");
    }

    @Test
    void judgeOfGoalsAsksByItself() {
        Map<String, Object> goal = with(judge("Goal"), "class_name", "GoalAchievementJudge");
        goal.remove("evaluation_prompt");
        String id = api.create("/metrics", goal);
        assertThat(api.get("/metrics/" + id).text("evaluation_prompt"))
                .startsWith("Did the conversation reach the goal");

        assertThat(api.put("/metrics/" + id, Map.of("evaluation_prompt", "Was the refund paid?"))
                        .text("evaluation_prompt"))
                .isEqualTo("Was the refund paid?");
        goal.put("class_name", "NumericJudge");
        assertThat(api.post("/metrics", goal).badFields()).containsExactly("body.evaluation_prompt");
    }

    @Test
    void fieldsFitTheScoreType() {
        assertThat(api.post("/metrics", with(judge("x"), "evaluation_prompt", " "))
                        .badFields())
                .containsExactly("body.evaluation_prompt");
        Map<String, Object> numeric = with(judge("x"), "score_type", "numeric");
        assertThat(api.post("/metrics", with(numeric, "threshold", 2)).badFields())
                .containsExactly("body.threshold");
        numeric.putAll(Map.of("min_score", 5, "max_score", 1, "threshold", 3));
        assertThat(api.post("/metrics", numeric).badFields()).contains("body.min_score");
        Map<String, Object> categorical = with(judge("x"), "score_type", "categorical");
        assertThat(api.post("/metrics", categorical).badFields())
                .containsExactly("body.categories", "body.passing_categories");
        categorical.put("categories", List.of("good", "bad"));
        categorical.put("passing_categories", List.of("great"));
        assertThat(api.post("/metrics", categorical).badFields()).containsExactly("body.passing_categories");
        assertThat(api.post("/metrics", with(categorical, "score_type", "binary"))
                        .badFields())
                .containsExactly("body.passing_categories");
        categorical.put("passing_categories", List.of("good"));
        assertThat(api.post("/metrics", categorical).status()).isEqualTo(200);
    }

    @Test
    void assertionIsAKnownOne() {
        Map<String, Object> assertion = with(judge("x"), "class_name", "contains");
        Answer created = api.post("/metrics", assertion);
        assertThat(created.text("backend_type.type_value")).isEqualTo("rhesis");
        assertThat(api.post("/metrics", with(assertion, "backend_type", "rhesis", "class_name", "containz"))
                        .badFields())
                .containsExactly("body.class_name");
        assertThat(api.put("/metrics/" + created.id(), Map.of("class_name", "nothing"))
                        .badFields())
                .containsExactly("body.class_name");
        assertThat(api.put(
                                "/metrics/" + created.id(),
                                Map.of(
                                        "score_type",
                                        "categorical",
                                        "categories",
                                        List.of("a", "b"),
                                        "passing_categories",
                                        List.of("a")))
                        .badFields())
                .containsExactly("body.score_type");
    }

    @Test
    void assertionNeedsNeitherScoreTypeNorScope() {
        Answer contains =
                api.post("/metrics", Map.of("name", "a", "class_name", "contains", "evaluation_prompt", "Paris"));
        assertThat(contains.status()).isEqualTo(200);
        assertThat(contains.text("score_type")).isEqualTo("binary");
        assertThat(contains.at("metric_scope").toString()).isEqualTo("[\"Single-Turn\"]");
        Answer bleu = api.post("/metrics", Map.of("name", "b", "class_name", "not-bleu", "evaluation_prompt", "Paris"));
        assertThat(bleu.text("score_type")).isEqualTo("numeric");
        assertThat(api.post("/metrics", Map.of("name", "c", "evaluation_prompt", "Is it kind?"))
                        .badFields())
                .containsExactly("body.score_type");
        assertThat(api.post("/metrics", Map.of("name", "d", "evaluation_prompt", "Kind?", "score_type", "binary"))
                        .at("metric_scope")
                        .toString())
                .isEqualTo("[\"Single-Turn\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "contans, contains",
        "Contains, contains",
        "equal, equals",
        "is_json, is-json",
        "not-contians, not-contains",
        "rouge, rouge-n",
        "REGEX, regex",
        "levenstein, levenshtein"
    })
    void mistypedAssertionIsNoJudgeByModel(String typed, String meant) {
        Answer refused = api.post("/metrics", with(judge("x"), "class_name", typed));
        assertThat(refused.badFields()).containsExactly("body.class_name");
        assertThat(refused.text("detail.0.msg"))
                .contains("did you mean " + meant + "?", "icontains-any", "tool-call-f1");
        assertThat(api.post("/metrics", Map.of("name", "y", "class_name", typed, "evaluation_prompt", "x"))
                        .badFields())
                .contains("body.class_name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NumericJudge", "GoalAchievementJudge", "DeepEvalAnswerRelevancy", "RagasFaithfulness"})
    void classOfTheSdkIsAJudge(String className) {
        assertThat(api.post("/metrics", with(judge("x"), "class_name", className))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void valueThatIsTooLongOrTooComplexIsRefusedWithItsBound() {
        Map<String, Object> regex =
                with(judge("x"), "class_name", "regex", "evaluation_prompt", "{".repeat(300_000) + "}".repeat(300_000));
        Answer refused = api.post("/metrics", regex);
        assertThat(refused.badFields()).containsExactly("body.evaluation_prompt");
        assertThat(refused.text("detail.0.msg")).contains("at most 10,000 characters");
        assertThat(api.post("/metrics", with(regex, "evaluation_prompt", "{".repeat(5_000) + "}".repeat(5_000)))
                        .status())
                .isEqualTo(200);
        Map<String, Object> schema = with(
                judge("y"),
                "class_name",
                "is-json",
                "evaluation_prompt",
                "{\"title\": \"" + "x".repeat(100_000) + "\"}");
        assertThat(api.post("/metrics", schema).text("detail.0.msg")).contains("at most 100,000 characters");
    }

    @Test
    void assertionThatCouldNeverJudgeIsRefused() {
        Map<String, Object> assertion = with(judge("x"), "class_name", "regex", "evaluation_prompt", "(");
        assertThat(api.post("/metrics", assertion).badFields()).containsExactly("body.evaluation_prompt");
        assertion.remove("evaluation_prompt");
        assertThat(api.post("/metrics", assertion).badFields()).containsExactly("body.evaluation_prompt");
        assertion.put("ground_truth_required", true);
        assertThat(api.post("/metrics", assertion).status()).isEqualTo(200);
        Map<String, Object> latency = with(judge("y"), "class_name", "not-latency", "evaluation_prompt", "");
        assertThat(api.post("/metrics", latency).badFields()).containsExactly("body.threshold");
        assertThat(api.post("/metrics", with(latency, "threshold", 2_000)).status())
                .isEqualTo(200);
    }

    @Test
    void assertionsAreListed() {
        Answer listed = api.get("/metrics/assertions");
        assertThat(listed.texts("name"))
                .contains("contains", "not-contains", "rouge-n")
                .doesNotHaveDuplicates();
        assertThat(listed.text("0.name")).isEqualTo("equals");
        assertThat(listed.text("0.value")).isEqualTo("required");
        assertThat(listed.text("0.threshold")).isNull();
        assertThat(listed.text("0.description")).isNotBlank();
    }

    @Test
    void absentIsUnchangedAndNullIsCleared() {
        Map<String, Object> written = with(judge("x"), "description", "d");
        written.put("metric_type", "grading");
        String id = api.create("/metrics", written);
        Answer changed = api.put("/metrics/" + id, "{\"description\": null, \"metric_type_id\": null}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("name")).isEqualTo("x");
        assertThat(changed.text("description")).isNull();
        assertThat(changed.text("metric_type")).isNull();
        assertThat(changed.text("backend_type.type_value")).isEqualTo("custom");
    }

    @Test
    void renamedBackendChangesNoMetric() {
        Answer created = api.post("/metrics", with(judge("x"), "class_name", "contains"));
        api.put("/type_lookups/" + created.text("backend_type_id"), Map.of("type_value", "ours"));
        assertThat(api.put("/metrics/" + created.id(), Map.of("class_name", "containz"))
                        .badFields())
                .containsExactly("body.class_name");
        api.delete("/type_lookups/" + created.text("backend_type_id"));
        assertThat(api.put("/metrics/" + created.id(), Map.of("description", "d"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void metricsShareNamesAndTheNewestIsChosenByIt() {
        String older = api.create("/metrics", judge("Polite"));
        String newer = api.create("/metrics", judge("Polite"));
        assertThat(newer).isNotEqualTo(older);
        assertThat(api.get("/metrics?$filter={filter}", "name eq 'Polite'").total())
                .isEqualTo(2);
        String set = api.create(
                "/test_sets/bulk",
                Map.of(
                        "name",
                        "Set",
                        "test_set_type",
                        "Single-Turn",
                        "tests",
                        List.of(Map.of("prompt", Map.of("content", "Hi")))));
        String model = api.create("/models", Map.of("name", "Bot", "provider", "ollama", "model_name", "g"));
        Answer run = api.post(
                "/test_sets/" + set + "/execute/" + model, Map.of("metrics", List.of(Map.of("name", "polite"))));
        assertThat(run.status()).isEqualTo(200);
    }

    @Test
    void ownerAssigneeStatusAndRequirementsAreShown() {
        String user = String.valueOf(api.get("/users").text("0.id"));
        String status = api.create("/statuses", Map.of("name", "Proven"));
        Map<String, Object> body = new HashMap<>(judge("Polite"));
        body.putAll(Map.of("owner_id", user, "assignee_id", user, "status_id", status));
        String id = api.create("/metrics", body);
        String requirement = api.create("/requirements", Map.of("name", "Greets"));
        api.post("/requirements/" + requirement + "/metrics/" + id, null);

        Answer metric = api.get("/metrics/" + id);

        assertThat(metric.text("owner.id")).isEqualTo(user);
        assertThat(metric.text("assignee.email")).isNotBlank();
        assertThat(metric.text("status.name")).isEqualTo("Proven");
        assertThat(metric.at("requirements").size()).isEqualTo(1);
        assertThat(metric.text("requirements.0.id")).isEqualTo(requirement);
        assertThat(metric.text("requirements.0.name")).isEqualTo("Greets");
        api.delete("/requirements/" + requirement);
        assertThat(api.get("/metrics/" + id).at("requirements").isEmpty()).isTrue();
        assertThat(api.put("/metrics/" + id, "{\"owner_id\": null}").text("owner"))
                .isNull();
        body.put("owner_id", UUID.randomUUID());
        assertThat(api.post("/metrics", body).badFields()).containsExactly("body.owner_id");
    }

    @Test
    void thePageOfMetricsIsAnsweredAsTheFrontendAsks() {
        api.create("/metrics", judge("Polite"));
        Map<String, Object> several = new HashMap<>(judge("Patient"));
        several.put("metric_scope", List.of("Multi-Turn", "Trace"));
        api.create("/metrics", several);

        Answer page = api.get("/metrics?skip=0&limit=25&sort_by=name&sort_order=asc"
                + "&$select=name,description,score_type,metric_scope,metric_type,backend_type,requirements,tags");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.texts("name")).containsExactly("Patient", "Polite");
        assertThat(page.at("0").propertyNames()).hasSize(9);
        assertThat(page.text("0.backend_type.type_value")).isEqualTo("custom");
        assertThat(api.get("/metrics?metric_scope=Trace").texts("name")).containsExactly("Patient");
        assertThat(api.get("/metrics?metric_scope=Trace,Single-Turn").total()).isEqualTo(2);
        assertThat(organizations.create().get("/metrics?metric_scope=Trace").total())
                .isZero();
    }

    @Test
    void deletedIsGoneAndComesBack() {
        String id = api.create("/metrics", judge("Polite"));
        assertThat(api.delete("/metrics/" + id).text("backend_type.type_value")).isEqualTo("custom");
        Answer gone = api.get("/metrics/" + id);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text("restore_url")).isEqualTo("/recycle/metric/" + id + "/restore");
        assertThat(api.get("/recycle/metric").text("items.0.name")).isEqualTo("Polite");
        assertThat(api.post("/recycle/metric/" + id + "/restore", null).status())
                .isEqualTo(200);
        assertThat(api.get("/metrics/" + id).status()).isEqualTo(200);
    }

    @Test
    void staleChangeIsRefused() {
        String id = api.create("/metrics", judge("Polite"));
        String tag = String.valueOf(api.get("/metrics/" + id).header("ETag"));
        assertThat(api.with("If-Match", tag)
                        .put("/metrics/" + id, Map.of("name", "y"))
                        .status())
                .isEqualTo(200);
        assertThat(api.with("If-Match", tag)
                        .put("/metrics/" + id, Map.of("name", "z"))
                        .status())
                .isEqualTo(412);
        assertThat(api.with("If-Match", tag).delete("/metrics/" + id).status()).isEqualTo(412);
    }

    @Test
    void otherOrganizationSeesNothingAndChangesNothing() {
        String id = api.create("/metrics", judge("Polite"));
        Api other = organizations.create();
        assertThat(other.get("/metrics/" + id).status()).isEqualTo(404);
        assertThat(other.put("/metrics/" + id, Map.of("name", "Theirs")).status())
                .isEqualTo(404);
        assertThat(other.delete("/metrics/" + id).status()).isEqualTo(404);
        assertThat(other.get("/metrics").total()).isZero();
        String model = api.create("/models", Map.of("name", "m", "provider", "ollama", "model_name", "g"));
        assertThat(other.post("/metrics", with(judge("x"), "model_id", model)).badFields())
                .containsExactly("body.model_id");
        assertThat(api.get("/metrics/" + id).text("name")).isEqualTo("Polite");
    }

    @Test
    void listIsPagedAndFiltered() {
        for (int i = 0; i < 21; i++) {
            api.create("/metrics", with(judge("m" + i), "threshold", i / 100.0, "score_type", "numeric"));
        }
        assertThat(api.get("/metrics").size()).isEqualTo(20);
        assertThat(api.get("/metrics").total()).isEqualTo(21);
        assertThat(api.get("/metrics?$filter=threshold ge 0.18 and threshold lt '0.2'&sort_by=threshold&sort_order=asc")
                        .texts("name"))
                .containsExactly("m18", "m19");
        assertThat(api.get("/metrics?$filter=threshold eq 'much'").status()).isEqualTo(400);
        assertThat(api.get("/metrics?$filter=backend_type/type_value eq 'custom'")
                        .total())
                .isEqualTo(21);
    }

    static Map<String, Object> judge(String name) {
        Map<String, Object> judge = new HashMap<>();
        judge.put("name", name);
        judge.put("evaluation_prompt", "Is this good?");
        judge.put("score_type", "binary");
        judge.put("metric_scope", List.of("Single-Turn"));
        return judge;
    }

    static Map<String, Object> with(Map<String, Object> metric, Object... more) {
        Map<String, Object> changed = new HashMap<>(metric);
        for (int place = 0; place < more.length; place += 2) {
            changed.put((String) more[place], more[place + 1]);
        }
        return changed;
    }
}
