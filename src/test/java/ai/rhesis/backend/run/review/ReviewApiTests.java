package ai.rhesis.backend.run.review;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Reviews;
import ai.rhesis.backend.support.TypeLookups;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Reviews of results and what they change.
@IntegrationTest
class ReviewApiTests {

    private static final Map<String, ?> PASSED = Map.of("score", 0.9, "is_successful", true);
    private static final Map<String, ?> FAILED = Map.of("score", 0.1, "is_successful", false);
    private static final Map<String, ?> BROKEN = Map.of("error", "no answer");

    @Autowired
    Organizations organizations;

    Api api;
    String configuration;
    String run;

    @BeforeEach
    void ownRun() {
        api = organizations.create();
        String model = api.create("/models", Map.of("name", "Bot", "provider", "ollama", "model_name", "g"));
        configuration = api.create("/test_configurations", Map.of("model_id", model));
        run = api.create("/test_runs", Map.of("test_configuration_id", configuration));
    }

    @Test
    void aReviewIsReadWithItsResult() {
        String id = result(Map.of("Polite", PASSED));

        Answer review = review(id, "Fail", "test_result", null);

        assertThat(review.status()).isEqualTo(200);
        assertThat(review.text("status.name")).isEqualTo("Fail");
        assertThat(review.text("comments")).isEqualTo("Seen");
        assertThat(review.text("target.type")).isEqualTo("test_result");
        assertThat(review.at("target.reference").isNull()).isTrue();
        assertThat(review.at("resolved").asBoolean()).isFalse();
        assertThat(review.at("resolved_at").isNull()).isTrue();
        assertThat(review.at("permitted_actions").toString())
                .isEqualTo("[\"test_result:update\",\"test_result:delete\"]");
        Answer result = read(id);
        assertThat(result.text("verdict")).isEqualTo("Fail");
        assertThat(result.text("status.name")).isEqualTo("Fail");
        assertThat(result.text("last_review.review_id")).isEqualTo(review.text("review_id"));
        assertThat(result.at("matches_review").asBoolean()).isFalse();
        assertThat(result.at("test_reviews.reviews")).hasSize(1);
        assertThat(result.at("test_reviews.metadata.total_reviews").asInt()).isEqualTo(1);
        assertThat(result.text("test_reviews.metadata.latest_status.name")).isEqualTo("Fail");
        assertThat(result.text("test_reviews.metadata.original_status_id")).isEqualTo(status("Pass"));
        assertThat(result.text("test_reviews.metadata.last_updated_by.user_id")).isEqualTo(review.text("user.user_id"));
        assertThat(result.text("review_summary.test_result.review_id")).isEqualTo(review.text("review_id"));
        assertThat(result.text("test_metrics.metrics.Polite.override")).isNull();
    }

    @Test
    void aResultWithoutReviewsSaysSo() {
        Answer result = read(result(Map.of("Polite", PASSED)));

        assertThat(result.at("test_reviews").isNull()).isTrue();
        assertThat(result.at("last_review").isNull()).isTrue();
        assertThat(result.at("matches_review").asBoolean()).isFalse();
        assertThat(result.at("review_summary").isNull()).isTrue();
    }

    @Test
    void theOldTypeTestIsTheResult() {
        Answer review = review(result(Map.of("Polite", PASSED)), "Pass", "test", null);

        assertThat(review.text("target.type")).isEqualTo("test_result");
    }

    @Test
    void aReviewThatAgreesMatches() {
        String id = result(Map.of("Polite", PASSED));
        review(id, "Pass", "test_result", null);

        assertThat(read(id).at("matches_review").asBoolean()).isTrue();
        assertThat(counts()).containsExactly(1L, 0L);
    }

    @Test
    void theStatusIsThatOfTheStateAndNotOfTheNameThatWasChosen() {
        String id = result(Map.of("Polite", PASSED));
        String failed = api.create(
                "/statuses",
                Map.of("name", "failed", "entity_type_id", TypeLookups.id(api, "EntityType", "TestResult")));

        Answer review = api.post("/test_results/" + id + "/reviews", body(failed, "test_result", null));

        assertThat(review.text("status.name")).isEqualTo("failed");
        assertThat(read(id).text("status.id")).isEqualTo(status("Fail"));
    }

    @Test
    void aMetricIsOverriddenAndTheStatusFollows() {
        String id = result(Map.of("Polite", PASSED, "Not too long", FAILED));

        Answer review = review(id, "Pass", "metric", "not-too-long");

        assertThat(review.text("target.reference")).isEqualTo("Not too long");
        Answer result = read(id);
        assertThat(result.text("verdict")).isEqualTo("Pass");
        JsonNode metric = result.at("test_metrics.metrics").path("Not too long");
        assertThat(metric.path("is_successful").asBoolean()).isTrue();
        assertThat(metric.path("override").path("original_value").isBoolean()).isTrue();
        assertThat(metric.path("override").path("original_value").asBoolean()).isFalse();
        assertThat(metric.path("override").path("review_id").asString()).isEqualTo(review.text("review_id"));
        assertThat(metric.path("override").path("overridden_by").asString()).isEqualTo(review.text("user.user_id"));
        assertThat(metric.path("override").path("overridden_at").isString()).isTrue();
        assertThat(result.at("review_summary").has("metric:Not too long")).isTrue();
        assertThat(result.at("last_review").isNull()).isTrue();
        assertThat(counts()).containsExactly(1L, 0L);
    }

    @Test
    void aReviewThatEqualsTheMetricLeavesNoOverride() {
        String id = result(Map.of("Polite", PASSED));
        String review = reviewId(review(id, "Fail", "metric", "Polite"));
        assertThat(read(id).text("verdict")).isEqualTo("Fail");

        api.put("/test_results/" + id + "/reviews/" + review, Map.of("status_id", status("Pass")));

        Answer result = read(id);
        assertThat(result.text("verdict")).isEqualTo("Pass");
        assertThat(result.at("test_metrics.metrics.Polite").has("override")).isFalse();
    }

    @Test
    void aReviewOfTheResultWinsOverThoseOfMetrics() {
        String id = result(Map.of("Polite", PASSED));
        review(id, "Pass", "test_result", null);

        review(id, "Fail", "metric", "Polite");

        assertThat(read(id).text("verdict")).isEqualTo("Pass");
        assertThat(read(id).at("test_metrics.metrics.Polite.is_successful").asBoolean())
                .isFalse();
    }

    @Test
    void anErrorStaysAndTheMetricAloneIsSet() {
        String id = result(Map.of("Polite", PASSED, "Correct", BROKEN));

        review(id, "Pass", "metric", "Correct");

        Answer result = read(id);
        assertThat(result.text("verdict")).isEqualTo("Error");
        assertThat(result.at("test_metrics.metrics.Correct.is_successful").asBoolean())
                .isTrue();
        assertThat(result.at("test_metrics.metrics.Correct.override.original_value")
                        .isNull())
                .isTrue();
        review(id, "Fail", "metric", "Polite");
        assertThat(read(id).text("verdict")).isEqualTo("Error");
        review(id, "Pass", "test_result", null);
        assertThat(read(id).text("verdict")).isEqualTo("Pass");
    }

    @Test
    void aTurnIsOverridden() {
        String id = conversation();

        Answer review = review(id, "Fail", "turn", "turn 2");

        assertThat(review.text("target.reference")).isEqualTo("Turn 2");
        Answer result = read(id);
        assertThat(result.at("test_output.conversation_summary.0.override").isMissingNode())
                .isTrue();
        JsonNode turn = result.at("test_output.conversation_summary.1");
        assertThat(turn.path("success").asBoolean()).isFalse();
        assertThat(turn.path("override").path("original_value").asBoolean()).isTrue();
        assertThat(turn.path("override").path("review_id").asString()).isEqualTo(review.text("review_id"));
        assertThat(result.at("review_summary").has("turn:Turn 2")).isTrue();
        assertThat(result.text("verdict")).isEqualTo("Pass");
        api.delete("/test_results/" + id + "/reviews/" + reviewId(review));
        JsonNode restored = read(id).at("test_output.conversation_summary.1");
        assertThat(restored.path("success").asBoolean()).isTrue();
        assertThat(restored.has("override")).isFalse();
    }

    @Test
    void whatWasReadWithReviewsCanBeSentBack() {
        String id = conversation();
        review(id, "Fail", "turn", "Turn 1");
        review(id, "Fail", "metric", "Polite");
        Answer read = read(id);

        Answer put = api.put(
                "/test_results/" + id,
                Map.of(
                        "test_output", read.at("test_output"),
                        "test_metrics", read.at("test_metrics"),
                        "test_reviews", Map.of("reviews", List.of())));

        assertThat(put.status()).isEqualTo(200);
        assertThat(put.at("test_reviews")).isEqualTo(read.at("test_reviews"));
        assertThat(put.at("test_metrics")).isEqualTo(read.at("test_metrics"));
        assertThat(put.at("test_output")).isEqualTo(read.at("test_output"));
        assertThat(put.text("verdict")).isEqualTo("Fail");
    }

    @Test
    void newJudgementsOfTheClientAreReviewedAsBefore() {
        String id = result(Map.of("Polite", PASSED, "Correct", PASSED));
        String review = reviewId(review(id, "Pass", "metric", "Correct"));

        Answer put = api.put(
                "/test_results/" + id,
                Map.of("test_metrics", Map.of("metrics", Map.of("Polite", PASSED, "Correct", FAILED))));

        assertThat(put.text("verdict")).isEqualTo("Pass");
        assertThat(put.text("test_metrics.metrics.Correct.override.review_id")).isEqualTo(review);
        api.delete("/test_results/" + id + "/reviews/" + review);
        assertThat(read(id).text("verdict")).isEqualTo("Fail");
    }

    @Test
    void reviewsSentWithAResultAreIgnored() {
        Map<String, Object> body = new HashMap<>(Map.of("test_configuration_id", configuration, "test_run_id", run));
        body.put("test_reviews", Map.of("reviews", List.of(Map.of("review_id", UUID.randomUUID()))));

        assertThat(read(api.create("/test_results", body)).at("test_reviews").isNull())
                .isTrue();
    }

    @Test
    void deletedTheNextReviewCountsAndThenTheOriginal() {
        String id = result(Map.of("Polite", PASSED));
        String first = reviewId(review(id, "Fail", "test_result", null));
        String second = reviewId(review(id, "Pass", "test_result", null));
        assertThat(read(id).text("verdict")).isEqualTo("Pass");

        Answer deleted = api.delete("/test_results/" + id + "/reviews/" + second);

        assertThat(deleted.text("review_id")).isEqualTo(second);
        assertThat(deleted.text("message")).isEqualTo("Review deleted");
        assertThat(read(id).text("verdict")).isEqualTo("Fail");
        api.delete("/test_results/" + id + "/reviews/" + first);
        assertThat(read(id).text("verdict")).isEqualTo("Pass");
        assertThat(read(id).text("status.id")).isEqualTo(status("Pass"));
        assertThat(counts()).containsExactly(0L, 0L);
    }

    @Test
    void anotherTargetLeavesTheOldOneToTheNextReview() {
        String id = result(Map.of("Polite", PASSED, "Correct", PASSED));
        review(id, "Fail", "metric", "Polite");
        String moved = reviewId(review(id, "Pass", "metric", "Polite"));
        assertThat(read(id).text("verdict")).isEqualTo("Pass");

        Answer put = api.put(
                "/test_results/" + id + "/reviews/" + moved,
                Map.of("target", Map.of("type", "metric", "reference", "Correct")));

        assertThat(put.text("target.reference")).isEqualTo("Correct");
        Answer result = read(id);
        assertThat(result.text("verdict")).isEqualTo("Fail");
        assertThat(result.at("test_metrics.metrics.Polite.is_successful").asBoolean())
                .isFalse();
        assertThat(result.at("test_metrics.metrics.Correct").has("override")).isFalse();
    }

    @Test
    void resolvingAloneChangesNothingElse() {
        String id = result(Map.of("Polite", PASSED));
        String first = reviewId(review(id, "Fail", "test_result", null));
        review(id, "Pass", "test_result", null);

        Answer resolved = api.put("/test_results/" + id + "/reviews/" + first, Map.of("resolved", true));

        assertThat(resolved.at("resolved").asBoolean()).isTrue();
        assertThat(resolved.text("resolved_by.user_id")).isEqualTo(resolved.text("user.user_id"));
        assertThat(resolved.at("resolved_at").isString()).isTrue();
        assertThat(read(id).text("verdict")).isEqualTo("Pass");
        assertThat(read(id).text("last_review.status.name")).isEqualTo("Pass");
        Answer reopened = api.put("/test_results/" + id + "/reviews/" + first, Map.of("resolved", false));
        assertThat(reopened.at("resolved_at").isNull()).isTrue();
        assertThat(reopened.at("resolved_by").isNull()).isTrue();
    }

    @Test
    void whatIsNotInTheResultIsNamed() {
        String id = result(Map.of("Polite", PASSED));

        assertThat(review(id, "Pass", "metric", "Rude").badFields()).containsExactly("body.target.reference");
        assertThat(review(id, "Pass", "metric", null).badFields()).containsExactly("body.target.reference");
        assertThat(review(id, "Pass", "turn", "Turn 1").badFields()).containsExactly("body.target.reference");
        assertThat(review(id, "Pass", "trace", null).badFields()).containsExactly("body.target.type");
        assertThat(review(id, "Pass", "poem", null).status()).isEqualTo(422);
        assertThat(review(id, "Review", "test_result", null).badFields()).containsExactly("body.status_id");
        assertThat(review(id, "Error", "test_result", null).badFields()).containsExactly("body.status_id");
        assertThat(api.post("/test_results/" + id + "/reviews", Map.of()).badFields())
                .containsExactlyInAnyOrder("body.status_id", "body.comments", "body.target");
        assertThat(api.post(
                                "/test_results/" + id + "/reviews",
                                body(UUID.randomUUID().toString(), "test_result", null))
                        .badFields())
                .containsExactly("body.status_id");
        assertThat(read(id).at("test_reviews").isNull()).isTrue();
    }

    @Test
    void anUnknownResultOrReviewIsNotFound() {
        String id = result(Map.of("Polite", PASSED));
        String other = result(Map.of("Polite", PASSED));
        String review = reviewId(review(other, "Pass", "test_result", null));
        String unknown = UUID.randomUUID().toString();

        assertThat(review(unknown, "Pass", "test_result", null).status()).isEqualTo(404);
        assertThat(api.put("/test_results/" + id + "/reviews/" + unknown, Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(api.put("/test_results/" + id + "/reviews/" + review, Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(api.delete("/test_results/" + id + "/reviews/" + review).status())
                .isEqualTo(404);
        api.delete("/test_results/" + other);
        assertThat(review(other, "Pass", "test_result", null).status()).isEqualTo(410);
    }

    @Test
    void onlyTheAuthorAndOwnersChangeAReview() {
        String id = result(Map.of("Polite", PASSED));
        Api member = organizations.member(api, "member");
        Api other = organizations.member(api, "member");
        Api viewer = organizations.member(api, "viewer");
        String path = "/test_results/" + id + "/reviews";
        String review = reviewId(member.post(path, body(status("Fail"), "test_result", null)));

        assertThat(viewer.post(path, body(status("Fail"), "test_result", null)).status())
                .isEqualTo(403);
        assertThat(other.put(path + "/" + review, Map.of("comments", "Mine")).status())
                .isEqualTo(403);
        assertThat(other.delete(path + "/" + review).status()).isEqualTo(403);
        assertThat(other.get("/test_results/" + id).at("last_review.permitted_actions"))
                .isEmpty();
        assertThat(api.get("/test_results/" + id).at("last_review.permitted_actions"))
                .hasSize(2);
        Answer changed = api.put(path + "/" + review, Map.of("comments", "As the owner sees it"));
        assertThat(changed.text("comments")).isEqualTo("As the owner sees it");
        assertThat(read(id).text("test_reviews.metadata.last_updated_by.user_id"))
                .isNotEqualTo(changed.text("user.user_id"));
        assertThat(member.delete(path + "/" + review).status()).isEqualTo(200);
    }

    @Test
    void anotherOrganizationSeesAndChangesNothing() {
        String id = result(Map.of("Polite", PASSED));
        String review = reviewId(review(id, "Fail", "test_result", null));
        Api others = organizations.create();

        assertThat(others.post("/test_results/" + id + "/reviews", body(status("Pass"), "test_result", null))
                        .status())
                .isEqualTo(404);
        assertThat(others.put("/test_results/" + id + "/reviews/" + review, Map.of("comments", "Ours"))
                        .status())
                .isEqualTo(404);
        assertThat(others.delete("/test_results/" + id + "/reviews/" + review).status())
                .isEqualTo(404);
        assertThat(others.get("/annotations").total()).isZero();
        assertThat(others.get("/annotations?test_result_id=" + id).size()).isZero();
        String own = resultOf(others);
        assertThat(others.post("/test_results/" + own + "/reviews", body(status("Pass"), "test_result", null))
                        .badFields())
                .containsExactly("body.status_id");
        assertThat(read(id).text("verdict")).isEqualTo("Fail");
    }

    @Test
    void reviewsAtTheSameTimeAreAllKept() {
        String id = result(Map.of("a", PASSED, "b", PASSED, "c", PASSED, "d", PASSED));
        String fail = status("Fail");
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, 4)
                    .forEach(place -> threads.submit(() ->
                            api.post("/test_results/" + id + "/reviews", body(fail, "metric", String.valueOf((char)
                                    ('a' + place))))));
        }

        Answer result = read(id);
        assertThat(result.at("test_reviews.reviews")).hasSize(4);
        assertThat(result.at("test_metrics.metrics")).allMatch(metric -> metric.has("override"));
    }

    @Test
    void runsCountReviewedAndCorrectedResults() {
        String corrected = result(Map.of("Polite", PASSED));
        String confirmed = result(Map.of("Polite", PASSED));
        result(Map.of("Polite", PASSED));
        review(corrected, "Fail", "test_result", null);
        review(corrected, "Fail", "metric", "Polite");
        review(confirmed, "Pass", "test_result", null);
        String plain = api.create("/test_runs", Map.of("test_configuration_id", configuration));

        assertThat(counts()).containsExactly(2L, 1L);
        assertThat(api.get("/test_runs/" + run).at("stats.failed").asInt()).isEqualTo(1);
        Answer with = api.get("/test_runs?has_reviews=true");
        assertThat(with.texts("id")).containsExactly(run);
        assertThat(with.total()).isEqualTo(1);
        Answer without = api.get("/test_runs?has_reviews=false");
        assertThat(without.texts("id")).containsExactly(plain);
        assertThat(without.total()).isEqualTo(1);
        assertThat(api.get("/test_runs?has_reviews=true&has_experiment=true").total())
                .isZero();
        api.delete("/test_results/" + corrected);
        assertThat(counts()).containsExactly(1L, 0L);
        api.delete("/test_results/" + confirmed);
        assertThat(api.get("/test_runs?has_reviews=true").total()).isZero();
    }

    @Test
    void annotationsAreAllReviewsTheNewestFirst() {
        String first = result(Map.of("Polite", PASSED));
        String second = result(Map.of("Polite", FAILED));
        String a = reviewId(review(first, "Fail", "test_result", null));
        String b = reviewId(review(second, "Pass", "metric", "Polite"));
        api.put("/test_results/" + first + "/reviews/" + a, Map.of("resolved", true, "comments", "50 % off"));

        assertThat(api.get("/annotations").texts("review_id")).containsExactly(a, b);
        assertThat(api.get("/annotations?limit=1").total()).isEqualTo(2);
        assertThat(api.get("/annotations?skip=1").texts("review_id")).containsExactly(b);
        assertThat(api.get("/annotations?resolved=true").texts("review_id")).containsExactly(a);
        assertThat(api.get("/annotations?rating=Pass").texts("review_id")).containsExactly(b);
        assertThat(api.get("/annotations?target_type=metric").texts("review_id"))
                .containsExactly(b);
        assertThat(api.get("/annotations?search={text}", "50 % OFF").texts("review_id"))
                .containsExactly(a);
        assertThat(api.get("/annotations?search=polite").texts("review_id")).containsExactly(b);
        assertThat(api.get("/annotations?test_result_id=" + second).texts("review_id"))
                .containsExactly(b);
        assertThat(api.get("/annotations?test_run_id=" + run).total()).isEqualTo(2);
        assertThat(api.get("/annotations?test_run_id=" + UUID.randomUUID()).total())
                .isZero();
        assertThat(api.get("/annotations?source=trace").total()).isZero();
        assertThat(api.get("/annotations?trace_id=abc").total()).isZero();
        Answer all = api.get("/annotations?source=test_result");
        assertThat(all.text("0.test_run_id")).isEqualTo(run);
        assertThat(all.text("0.source")).isEqualTo("test_result");
        assertThat(all.text("0.requirement_name")).isEqualTo("Greets");
        assertThat(all.at("0.trace_id").isNull()).isTrue();
        assertThat(api.get("/annotations?rating=Perhaps").status()).isEqualTo(400);
        assertThat(api.get("/annotations?test_run_id=x").status()).isEqualTo(422);
        assertThat(api.get("/annotations?limit=101").status()).isEqualTo(400);
        api.delete("/test_results/" + first);
        assertThat(api.get("/annotations").texts("review_id")).containsExactly(b);
    }

    private String result(Map<String, ?> metrics) {
        return api.create(
                "/test_results",
                Map.of(
                        "test_configuration_id",
                        configuration,
                        "test_run_id",
                        run,
                        "test_id",
                        test(),
                        "test_metrics",
                        Map.of("metrics", metrics)));
    }

    private String conversation() {
        return api.create(
                "/test_results",
                Map.of(
                        "test_configuration_id",
                        configuration,
                        "test_run_id",
                        run,
                        "test_output",
                        Map.of("conversation_summary", List.of(turn(1), turn(2))),
                        "test_metrics",
                        Map.of("metrics", Map.of("Polite", PASSED))));
    }

    private static Map<String, ?> turn(int number) {
        return Map.of("turn", number, "success", true);
    }

    private String test() {
        return api.create("/tests", Map.of("prompt", Map.of("content", "Hello"), "requirement", "Greets"));
    }

    private static String resultOf(Api owner) {
        String model = owner.create("/models", Map.of("name", "Bot", "provider", "ollama", "model_name", "g"));
        String configured = owner.create("/test_configurations", Map.of("model_id", model));
        return owner.create("/test_results", Map.of("test_configuration_id", configured));
    }

    private Answer review(String result, String status, String type, @Nullable String reference) {
        return api.post("/test_results/" + result + "/reviews", body(status(status), type, reference));
    }

    private static Map<String, ?> body(String status, String type, @Nullable String reference) {
        Map<String, @Nullable Object> target = new HashMap<>();
        target.put("type", type);
        target.put("reference", reference);
        return Map.of("status_id", status, "comments", "Seen", "target", target);
    }

    private static String reviewId(Answer review) {
        assertThat(review.status()).isEqualTo(200);
        return String.valueOf(review.text("review_id"));
    }

    private Answer read(String result) {
        return api.get("/test_results/" + result);
    }

    private List<Long> counts() {
        JsonNode counts = api.get("/test_runs/" + run).at("counts");
        return List.of(
                counts.path("reviewed_tests").asLong(),
                counts.path("corrected_tests").asLong());
    }

    private String status(String name) {
        return Reviews.status(api, "TestResult", name);
    }
}
