package ai.rhesis.backend.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Reviews;
import ai.rhesis.backend.support.Runs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The requests of the web frontend from an empty project to a reviewed result, in their order.
@IntegrationTest
class FrontendRunTests {

    /// The form of a new endpoint fills this in.
    static final Map<String, String> REQUEST_MAPPING = Map.of(
            "input", "{{ input }}",
            "messages", "{{ messages | tojson }}",
            "conversation_id", "{{ conversation_id }}",
            "files", "{{ files | to_openai | tojson }}");

    @Autowired
    Organizations organizations;

    private final FakeTarget target = FakeTarget.start();
    private final FakeModelServer judge =
            FakeModelServer.start().always(question -> ModelReply.json(Map.of("score", 2, "reason", "It is rude.")));

    private String project;
    private Api page;

    @BeforeEach
    void signIn() {
        Api owner = organizations.create();
        project = owner.create("/projects", Map.of("name", "Bot"));
        page = Pages.in(owner, project);
    }

    @AfterEach
    void closeServers() {
        target.close();
        judge.close();
    }

    @Test
    void aTestIsWrittenRunReadAndReviewed() {
        String endpoint = endpoint();
        String metric = metric();
        String set = testSet(metric);
        String run = run(set, endpoint);
        JsonNode result = result(run);
        review(run, result.path("id").asString());
        annotations(result.path("test_id").asString());
        insights(run);
        discussion(run);
    }

    /// The form tries the endpoint before it saves it.
    private String endpoint() {
        Map<String, ?> form = Map.of(
                "name",
                "Trial bot",
                "description",
                "",
                "connection_type",
                "REST",
                "url",
                target.url(),
                "method",
                "POST",
                "endpoint_path",
                "",
                "request_mapping",
                REQUEST_MAPPING,
                "response_mapping",
                Map.of(),
                "input_data",
                Map.of("input", "Hello"));
        Answer tried = page.post("/endpoints/test", form);
        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.text("output")).isEqualTo("Echo: Hello");
        assertThat(target.lastCall().json().path("files").isEmpty()).isTrue();
        assertThat(target.lastCall()
                        .json()
                        .path("messages")
                        .get(0)
                        .path("content")
                        .asString())
                .isEqualTo("Hello");
        String saved = page.create("/endpoints/", form);
        assertThat(page.get("/endpoints/" + saved).text("project_id")).isEqualTo(project);
        return saved;
    }

    private String metric() {
        String model = new Runs(page).model("Judge", judge.url());
        assertThat(page.patch("/users/settings", Map.of("models", Map.of("evaluation", Map.of("model_id", model))))
                        .status())
                .isEqualTo(200);
        return page.create(
                "/metrics",
                Map.of(
                        "name",
                        "Politeness",
                        "evaluation_prompt",
                        "Is the answer polite?",
                        "score_type",
                        "numeric",
                        "min_score",
                        0,
                        "max_score",
                        10,
                        "threshold",
                        5,
                        "threshold_operator",
                        ">=",
                        "metric_scope",
                        List.of("Single-Turn"),
                        "model_id",
                        model));
    }

    /// The writer of tests makes the set, then its tests at once; their requirement is there with its metric.
    private String testSet(String metric) {
        String requirement = page.create("/requirements", Map.of("name", "Answers politely"));
        assertThat(page.post("/requirements/" + requirement + "/metrics/" + metric, null)
                        .status())
                .isEqualTo(200);
        Answer shown = page.get("/requirements/" + requirement + "?include=metrics");
        assertThat(shown.text("user.email")).contains("@");
        assertThat(shown.text("metrics.0.backend_type.type_value")).isEqualTo("custom");
        String set = page.create("/test_sets", Map.of("name", "Smoke", "test_set_type", "Single-Turn"));
        Answer written = page.post(
                "/tests/bulk",
                Map.of(
                        "test_set_id",
                        set,
                        "tests",
                        List.of(Map.of(
                                "prompt", Map.of("content", "Say hello", "expected_response", "A greeting"),
                                "requirement", "Answers politely",
                                "topic", "Greetings",
                                "category", "Helpfulness"))));
        assertThat(written.status()).isEqualTo(200);
        assertThat(page.get("/test_sets/" + set + "/tests?skip=0&limit=25").texts("requirement_id"))
                .containsExactly(requirement);
        return set;
    }

    private String run(String set, String endpoint) {
        assertThat(page.get("/test_sets/" + set + "/last-run/" + endpoint).status())
                .isEqualTo(404);
        Runs runs = new Runs(page);
        String run = runs.start(
                set,
                endpoint,
                Map.of(
                        "execution_options",
                        Map.of("execution_mode", "Parallel"),
                        "scoring_target",
                        "fresh",
                        "metrics_source",
                        "use_requirement"));
        runs.await(run);
        Answer read = page.get("/test_runs/" + run);
        assertThat(read.text("status.name")).isEqualTo("Completed");
        assertThat(read.at("stats.failed").asInt()).isEqualTo(1);
        assertThat(read.at("test_configuration.endpoint.name").asString()).isEqualTo("Trial bot");
        assertThat(read.at("attributes.total_tests").asInt()).isEqualTo(1);
        return run;
    }

    /// The table of results and the drawer of one show its prompt, its answer, and why it failed.
    private JsonNode result(String run) {
        Answer results = page.get(
                "/test_results/?skip=0&limit=100&sort_by=created_at&sort_order=desc&$filter={filter}",
                "test_run_id eq '" + run + "'");
        assertThat(results.total()).isEqualTo(1);
        JsonNode result = results.json().get(0);
        assertThat(result.at("/test/prompt/content").asString()).isEqualTo("Say hello");
        assertThat(result.at("/test/requirement/name").asString()).isEqualTo("Answers politely");
        assertThat(result.at("/test_output/output").asString()).isEqualTo("Echo: Say hello");
        JsonNode metric = result.at("/test_metrics/metrics/Politeness");
        assertThat(metric.path("is_successful").asBoolean()).isFalse();
        assertThat(metric.path("reason").asString()).isEqualTo("It is rude.");
        return result;
    }

    private void review(String run, String result) {
        String pass = Reviews.status(page, "TestResult", "Pass");
        Answer review = page.post(
                "/test_results/" + result + "/reviews",
                Map.of("status_id", pass, "comments", "It is fine", "target", Map.of("type", "test_result")));
        assertThat(review.status()).isEqualTo(200);
        assertThat(actions(review)).contains("test_result:update", "test_result:delete");
        Answer read = page.get("/test_results/" + result);
        assertThat(read.text("status.name")).isEqualTo("Pass");
        assertThat(read.text("last_review.comments")).isEqualTo("It is fine");
        assertThat(read.at("matches_review").asBoolean()).isFalse();
        Answer reviewed = page.get("/test_runs/" + run);
        assertThat(reviewed.at("counts.reviewed_tests").asInt()).isEqualTo(1);
        assertThat(reviewed.at("counts.corrected_tests").asInt()).isEqualTo(1);
        assertThat(page.put(
                                "/test_results/" + result + "/reviews/" + review.text("review_id"),
                                Map.of("resolved", true))
                        .text("resolved"))
                .isEqualTo("true");
    }

    private void annotations(String test) {
        Answer annotations = page.get("/annotations?skip=0&limit=25&rating=Pass&resolved=true");
        assertThat(annotations.total()).isEqualTo(1);
        assertThat(annotations.text("0.requirement_name")).isEqualTo("Answers politely");
        assertThat(page.get("/tests/" + test).status()).isEqualTo(200);
    }

    private void insights(String run) {
        Answer insights = page.post(
                "/insights/query",
                Map.of(
                        "summary",
                        Map.of(
                                "entity", "test_result",
                                "measures", List.of("count", "passed", "failed", "pass_rate"),
                                "filters", Map.of("test_run_ids", List.of(run)))));
        assertThat(insights.at("summary.rows.0.count").asInt()).isEqualTo(1);
        assertThat(insights.at("summary.rows.0.pass_rate").asDouble()).isEqualTo(100.0);
    }

    private void discussion(String run) {
        page.create("/comments/", Map.of("content", "Well done", "entity_type", "TestRun", "entity_id", run));
        page.create("/tasks/", Map.of("title", "Look again", "entity_type", "TestRun", "entity_id", run));
        Answer read = page.get("/test_runs/" + run);
        assertThat(read.at("counts.comments").asInt()).isEqualTo(1);
        assertThat(read.at("counts.tasks").asInt()).isEqualTo(1);
    }

    private static List<String> actions(Answer object) {
        return object.at("permitted_actions")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
