package ai.rhesis.backend.trace.review;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Reviews;
import ai.rhesis.backend.support.SentTrace;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Reviews of spans, and what they change of the trace.
@IntegrationTest
class SpanReviewApiTests {

    private static final Map<String, String> WHOLE = Map.of("type", "trace");

    @Autowired
    Organizations organizations;

    Api api;
    String project;

    @BeforeEach
    void ownProject() {
        api = organizations.create();
        project = api.create("/projects", Map.of("name", "Bot"));
    }

    @Test
    void aReviewIsReadWithItsSpanAndItsTrace() {
        SentTrace trace = plain();

        Answer review = review(trace, "Fail", WHOLE);

        assertThat(review.status()).isEqualTo(200);
        assertThat(review.text("target.type")).isEqualTo("trace");
        assertThat(review.at("permitted_actions").toString())
                .isEqualTo("[\"test_result:update\",\"test_result:delete\"]");
        Answer read = trace.read();
        assertThat(read.text("trace_metrics_status")).isEqualTo("Fail");
        assertThat(read.text("last_review.review_id")).isEqualTo(review.text("review_id"));
        assertThat(read.text("root_spans.0.last_review.review_id")).isEqualTo(review.text("review_id"));
        assertThat(read.text("root_spans.0.trace_reviews.reviews.0.comments")).isEqualTo("Seen");
        assertThat(read.at("root_spans.0.review_summary").has("trace")).isTrue();
        assertThat(read.at("root_spans.0.children.0.trace_reviews").isNull()).isTrue();
        assertThat(read.at("matches_review").asBoolean()).isFalse();
        Answer listed = listed();
        assertThat(listed.at("traces.0.has_reviews").asBoolean()).isTrue();
        assertThat(listed.text("traces.0.last_review.status.name")).isEqualTo("Fail");
        assertThat(listed.text("traces.0.trace_metrics_status")).isEqualTo("Fail");
        assertThat(api.get("/telemetry/traces?trace_metrics_status=Fail&project_id=" + project)
                        .at("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void theMetricsOfTheResultAreThoseOfItsTrace() {
        SentTrace trace = ofResult(Map.of("Polite", Map.of("score", 0.9, "is_successful", true)));

        Answer read = trace.read();

        assertThat(read.text("trace_metrics_status")).isEqualTo("Pass");
        assertThat(metric(read, "Polite").path("is_successful").asBoolean()).isTrue();
        assertThat(read.at("root_spans.0.children.0.trace_metrics").isNull()).isTrue();
        assertThat(read.at("root_spans.0.trace_metrics.turn_metrics").has("execution_time"))
                .isFalse();
        assertThat(read.text("test_result.name")).isEqualTo("Pass");
        assertThat(listed().text("traces.0.trace_metrics_status")).isEqualTo("Pass");
        review(trace, "Pass", WHOLE);
        assertThat(trace.read().at("matches_review").asBoolean()).isTrue();
        assertThat(listed().at("traces.0.matches_review").asBoolean()).isTrue();
    }

    @Test
    void aMetricIsOverriddenOnTheTraceAndTheResultStaysAsItIs() {
        SentTrace trace = ofResult(Map.of(
                "Polite", Map.of("score", 0.9, "is_successful", true),
                "Not too long", Map.of("score", 0.1, "is_successful", false)));
        String result = String.valueOf(trace.read().text("test_result.id"));

        Answer review = review(trace, "Pass", Map.of("type", "metric", "reference", "not-too-long"));

        assertThat(review.text("target.reference")).isEqualTo("Not too long");
        Answer read = trace.read();
        assertThat(read.text("trace_metrics_status")).isEqualTo("Pass");
        assertThat(metric(read, "Not too long").path("is_successful").asBoolean())
                .isTrue();
        JsonNode override = metric(read, "Not too long").path("override");
        assertThat(override.path("original_value").isBoolean()).isTrue();
        assertThat(override.path("original_value").asBoolean()).isFalse();
        assertThat(override.path("review_id").asString()).isEqualTo(review.text("review_id"));
        assertThat(api.get("/test_results/" + result).text("verdict")).isEqualTo("Fail");
        assertThat(listed().text("traces.0.trace_metrics_status")).isEqualTo("Pass");
        assertThat(review(trace, "Pass", Map.of("type", "metric", "reference", "Brief"))
                        .status())
                .isEqualTo(422);

        delete(trace, review);

        assertThat(trace.read().text("trace_metrics_status")).isEqualTo("Fail");
        assertThat(metric(trace.read(), "Not too long").has("override")).isFalse();
        assertThat(listed().text("traces.0.trace_metrics_status")).isEqualTo("Fail");
    }

    @Test
    void aTurnOfAConversationIsReviewed() {
        SentTrace trace = new SentTrace(api, project)
                .span("a", null, 0, 10, Map.of("rhesis.conversation.id", "talk"))
                .span("b", null, 20, 10, Map.of("rhesis.conversation.id", "talk"))
                .send();

        assertThat(review(trace, "Fail", Map.of("type", "turn", "reference", "2"))
                        .text("target.reference"))
                .isEqualTo("Turn 2");
        assertThat(review(trace, "Fail", Map.of("type", "turn", "reference", "Turn 3"))
                        .status())
                .isEqualTo(422);
        assertThat(review(plain(), "Fail", Map.of("type", "turn", "reference", "Turn 1"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aReviewIsChangedByItsAuthorAndOwnersAlone() {
        SentTrace trace = plain();
        Api author = organizations.member(api, "member");
        Answer review = author.post(path(trace), body(author, "Fail", WHOLE));
        Api other = organizations.member(api, "member");
        String one = path(trace) + "/" + review.text("review_id");

        assertThat(other.put(one, Map.of("resolved", true)).status()).isEqualTo(403);
        assertThat(other.delete(one).status()).isEqualTo(403);
        Answer resolved = author.put(one, Map.of("resolved", true, "comments", "Done"));
        assertThat(resolved.at("resolved").asBoolean()).isTrue();
        assertThat(resolved.text("comments")).isEqualTo("Done");
        assertThat(trace.read().text("trace_metrics_status")).isEqualTo("Fail");
        assertThat(api.put(one, Map.of("status_id", Reviews.status(api, "TestResult", "Pass")))
                        .status())
                .isEqualTo(200);
        assertThat(trace.read().text("trace_metrics_status")).isEqualTo("Pass");
        assertThat(delete(trace, review).text("review_id")).isEqualTo(review.text("review_id"));
        assertThat(trace.read().at("trace_metrics_status").isNull()).isTrue();
        assertThat(api.delete(one).status()).isEqualTo(404);
    }

    @Test
    void whatIsNotOfASpanIsRefused() {
        SentTrace trace = plain();

        assertThat(review(trace, "Fail", Map.of("type", "test_result")).badFields())
                .containsExactly("body.target.type");
        assertThat(review(trace, "Fail", Map.of("type", "metric", "reference", "Polite"))
                        .status())
                .isEqualTo(422);
        assertThat(api.post("/telemetry/traces/" + UUID.randomUUID() + "/reviews", body(api, "Fail", WHOLE))
                        .status())
                .isEqualTo(404);
        Api others = organizations.create();
        assertThat(others.post(path(trace), body(others, "Fail", WHOLE)).status())
                .isEqualTo(404);
        assertThat(organizations
                        .member(api, "viewer")
                        .post(path(trace), body(api, "Fail", WHOLE))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aReviewIsWrittenWhateverProjectTheClientIsIn() {
        SentTrace trace = plain();
        String other = api.create("/projects", Map.of("name", "Other"));

        assertThat(api.with("X-Project-Id", other)
                        .post(path(trace), body(api, "Fail", WHOLE))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void reviewsOfSpansAreAnnotations() {
        SentTrace trace = ofResult(Map.of("Polite", Map.of("score", 0.9, "is_successful", true)));
        String result = String.valueOf(trace.read().text("test_result.id"));
        Answer review = review(trace, "Fail", WHOLE);
        Reviews.post(api, result, "Fail", Reviews.WHOLE);

        Answer all = api.get("/annotations");
        Answer ofTraces = api.get("/annotations?source=trace");

        assertThat(all.size()).isEqualTo(2);
        assertThat(ofTraces.texts("review_id")).containsExactly(review.text("review_id"));
        assertThat(ofTraces.total()).isEqualTo(1);
        assertThat(ofTraces.text("0.source")).isEqualTo("trace");
        assertThat(ofTraces.text("0.trace_id")).isEqualTo(trace.traceId());
        assertThat(ofTraces.text("0.trace_db_id")).isEqualTo(spanId(trace));
        assertThat(ofTraces.text("0.project_id")).isEqualTo(project);
        assertThat(ofTraces.text("0.span_name")).isEqualTo("step a");
        assertThat(ofTraces.text("0.test_result_id")).isEqualTo(result);
        assertThat(api.get("/annotations?test_result_id=" + result).size()).isEqualTo(2);
        assertThat(api.get("/annotations?trace_id=" + trace.traceId()).size()).isEqualTo(1);
        assertThat(api.get("/annotations?trace_db_id=" + spanId(trace)).size()).isEqualTo(1);
        assertThat(api.get("/annotations?target_type=trace&rating=Fail&search=step")
                        .size())
                .isEqualTo(1);
        assertThat(api.get("/annotations?source=test_result").size()).isEqualTo(1);
        String other = api.create("/projects", Map.of("name", "Other"));
        assertThat(api.with("X-Project-Id", other)
                        .get("/annotations?source=trace")
                        .size())
                .isZero();
        assertThat(organizations.create().get("/annotations").size()).isZero();
    }

    private SentTrace plain() {
        return new SentTrace(api, project)
                .span("a", null, 0, 10, Map.of())
                .span("b", "a", 1, 5, Map.of())
                .send();
    }

    private SentTrace ofResult(Map<String, ?> metrics) {
        String model = api.create("/models", Map.of("name", "Bot", "provider", "ollama", "model_name", "g"));
        String configuration = api.create("/test_configurations", Map.of("model_id", model));
        String run = api.create("/test_runs", Map.of("test_configuration_id", configuration));
        String result = api.create(
                "/test_results",
                Map.of(
                        "test_configuration_id",
                        configuration,
                        "test_run_id",
                        run,
                        "test_metrics",
                        Map.of("metrics", metrics)));
        return new SentTrace(api, project)
                .span("a", null, 0, 10, Map.of("rhesis.test.run_id", run, "rhesis.test.result_id", result))
                .span("b", "a", 1, 5, Map.of())
                .send();
    }

    private static JsonNode metric(Answer trace, String name) {
        return trace.at("root_spans.0.trace_metrics.turn_metrics.metrics").path(name);
    }

    private Answer listed() {
        return api.get("/telemetry/traces?project_id=" + project);
    }

    private Answer review(SentTrace trace, String status, Map<String, String> target) {
        return api.post(path(trace), body(api, status, target));
    }

    private Answer delete(SentTrace trace, Answer review) {
        return api.delete(path(trace) + "/" + review.text("review_id"));
    }

    private static Map<String, ?> body(Api reviewer, String status, Map<String, String> target) {
        Map<String, Object> body = new HashMap<>();
        body.put("status_id", Reviews.status(reviewer, "TestResult", status));
        body.put("comments", "Seen");
        body.put("target", target);
        return body;
    }

    private static String path(SentTrace trace) {
        return "/telemetry/traces/" + spanId(trace) + "/reviews";
    }

    private static String spanId(SentTrace trace) {
        return String.valueOf(trace.read().text("root_spans.0.id"));
    }
}
