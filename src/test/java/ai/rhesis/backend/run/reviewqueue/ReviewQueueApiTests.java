package ai.rhesis.backend.run.reviewqueue;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.KeptRuns;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Reviews;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Queues of tests that people review.
@IntegrationTest
class ReviewQueueApiTests {

    @Autowired
    Organizations organizations;

    Api api;
    KeptRuns kept;
    String baseline;
    String candidate;

    @BeforeEach
    void twoRuns() {
        api = organizations.create();
        kept = new KeptRuns(api, 6);
        baseline = kept.run("pppfpe");
        candidate = kept.run("ppffpp");
    }

    @Test
    void aQueueDrawsTestsWithAllTheirResults() {
        Answer queue = draw(Map.of("test_run_ids", List.of(baseline, candidate), "size", 4, "seed", 7));

        assertThat(queue.status()).isEqualTo(200);
        assertThat(queue.at("size").asInt()).isEqualTo(4);
        assertThat(queue.at("population").asInt()).isEqualTo(6);
        assertThat(queue.text("select")).isEqualTo("uniform");
        assertThat(queue.at("blind").asBoolean()).isTrue();
        assertThat(queue.at("reviews_per_item").asInt()).isEqualTo(1);
        assertThat(queue.at("seed").asLong()).isEqualTo(7);
        assertThat(queue.at("progress.done").asInt()).isZero();
        assertThat(queue.at("progress.size").asInt()).isEqualTo(4);
        Answer items = api.get("/review_queues/" + queue.id() + "/items");
        assertThat(items.total()).isEqualTo(4);
        assertThat(items.json()).allSatisfy(item -> {
            assertThat(item.path("inclusion_probability").asDouble()).isEqualTo(4 / 6.0);
            assertThat(item.path("results")).hasSize(2);
            assertThat(kept.tests()).contains(item.path("test").path("id").asString());
            assertThat(item.path("test").path("input").asString()).startsWith("Question");
        });
        assertThat(api.get("/review_queues/" + queue.id() + "/items?skip=3&limit=2")
                        .texts("position"))
                .containsExactly("4");
        assertThat(api.get("/review_queues/" + queue.id()).json()).isEqualTo(queue.json());
    }

    @Test
    void queuesAreListedWithTheNewestFirst() {
        Answer first = draw(Map.of("test_run_ids", List.of(baseline), "size", 3));
        Answer second = draw(Map.of("test_run_ids", List.of(baseline, candidate), "size", 2));

        Answer all = api.get("/review_queues");
        assertThat(all.texts("id")).containsExactly(second.id(), first.id());
        assertThat(all.total()).isEqualTo(2);
        assertThat(all.at("0.test_run_ids")).isEqualTo(second.at("test_run_ids"));
        assertThat(all.at("0.size").asInt()).isEqualTo(2);
        assertThat(all.at("0.blind").asBoolean()).isTrue();
        assertThat(api.get("/review_queues?skip=1&limit=1").texts("id")).containsExactly(first.id());
        Answer ofOne = api.get("/review_queues?test_run_id=" + candidate);
        assertThat(ofOne.texts("id")).containsExactly(second.id());
        assertThat(ofOne.total()).isEqualTo(1);
        assertThat(organizations.create().get("/review_queues").size()).isZero();
    }

    @Test
    void theSameSeedDrawsTheSameTests() {
        Map<String, ?> request = Map.of("test_run_ids", List.of(baseline), "size", 3, "seed", 11);

        assertThat(testsOf(draw(request))).isEqualTo(testsOf(draw(request)));
    }

    @Test
    void aQueueIsNoLargerThanItsRunsAndNoQuarantinedTestIsInIt() {
        api.post("/tests/" + kept.tests().getFirst() + "/quarantine", Map.of("reason", "It flips."));

        Answer queue = draw(Map.of("test_run_ids", List.of(baseline, baseline), "size", 100, "select", "stratified"));

        assertThat(queue.at("size").asInt()).isEqualTo(5);
        assertThat(testsOf(queue)).doesNotContain(kept.tests().getFirst());
    }

    @Test
    void aBlindQueueTellsNothingThatWasJudged() {
        String named = "A very telling name";
        api.put("/test_runs/" + candidate, Map.of("name", named));
        Answer queue = draw(Map.of("test_run_ids", List.of(baseline, candidate), "size", 6));
        String items = api.get("/review_queues/" + queue.id() + "/items").json().toString();
        String next = api.get("/review_queues/" + queue.id() + "/next").json().toString();

        for (String answer : List.of(items, next, queue.json().toString())) {
            assertThat(answer).doesNotContain(named, "as told", "is_successful", "\"Pass\"", "\"Fail\"", "\"Error\"");
        }
        assertThat(items).doesNotContain(candidate, baseline);
        assertThat(next).contains("\"inclusion_probability\":null");
    }

    @Test
    void aBlindQueueKeepsWhatAModelMadeOfAConversation() {
        String run = kept.run("");
        String configuration = String.valueOf(api.get("/test_runs/" + run).text("test_configuration_id"));
        api.create(
                "/test_results",
                Map.of(
                        "test_configuration_id",
                        configuration,
                        "test_run_id",
                        run,
                        "test_id",
                        kept.tests().getFirst(),
                        "test_output",
                        Map.of(
                                "output",
                                "Bye",
                                "goal_met",
                                true,
                                "conversation_summary",
                                List.of(Map.of("turn", 1, "target_response", "Bye", "success", true)))));

        Answer item = api.get("/review_queues/"
                + draw(Map.of("test_run_ids", List.of(run), "size", 1)).id() + "/next");

        assertThat(item.at("results.0.test_output").toString()).contains("Bye").doesNotContain("goal_met", "success");
    }

    @Test
    void anOpenQueueTellsRunAndVerdict() {
        Answer queue = draw(Map.of("test_run_ids", List.of(candidate), "size", 6, "blind", false));

        Answer next = api.get("/review_queues/" + queue.id() + "/next");

        assertThat(next.text("results.0.run.id")).isEqualTo(candidate);
        assertThat(next.text("results.0.verdict")).isIn("Pass", "Fail");
        assertThat(next.at("results.0.metrics.Correct.is_successful").isBoolean())
                .isTrue();
        assertThat(next.at("inclusion_probability").asDouble()).isEqualTo(1);
    }

    @Test
    void whatIsReviewedIsCountedAndTheNextFollows() {
        Answer queue = draw(Map.of("test_run_ids", List.of(baseline, candidate), "size", 3));
        String path = "/review_queues/" + queue.id();
        List<String> order = testsOf(queue);
        List<String> reviewed = new ArrayList<>();

        Answer next = api.get(path + "/next");
        reviewResults(api, next, "Pass", 1);
        assertThat(api.get(path + "/next").text("test.id"))
                .as("with one of two results reviewed")
                .isEqualTo(next.text("test.id"));
        for (; next.status() == 200; next = api.get(path + "/next")) {
            reviewed.add(String.valueOf(next.text("test.id")));
            reviewResults(api, next, "Pass", 2);
        }

        assertThat(next.status()).isEqualTo(204);
        assertThat(reviewed).isEqualTo(order);
        Answer done = api.get(path);
        assertThat(done.at("progress.done").asInt()).isEqualTo(3);
        assertThat(done.at("progress.reviewers.0.done").asInt()).isEqualTo(3);
        assertThat(done.at("progress.reviewers.0.size").asInt()).isEqualTo(3);
        assertThat(api.get(path + "/items").json()).allSatisfy(item -> {
            assertThat(item.path("is_done").asBoolean()).isTrue();
            assertThat(item.path("is_reviewed").asBoolean()).isTrue();
            assertThat(item.path("results")
                            .path(0)
                            .path("review")
                            .path("rating")
                            .asString())
                    .isEqualTo("Pass");
        });
    }

    @Test
    void severalPeopleReviewEachTestAndTheirAgreementIsMeasured() {
        Api other = organizations.member(api, "member");
        Answer queue = draw(Map.of("test_run_ids", List.of(candidate), "size", 4, "reviews_per_item", 2));
        String path = "/review_queues/" + queue.id();
        assertThat(queue.at("agreement.alpha").isNull()).isTrue();
        List<String> mine = List.of("Pass", "Pass", "Fail", "Fail");
        List<String> theirs = List.of("Pass", "Pass", "Fail", "Pass");
        for (int place = 0; place < 4; place++) {
            reviewResults(api, api.get(path + "/next"), mine.get(place), 1);
            assertThat(api.get(path).at("progress.done").asInt()).isEqualTo(place);
            reviewResults(other, other.get(path + "/next"), theirs.get(place), 1);
        }

        Answer done = api.get(path);

        assertThat(done.at("progress.done").asInt()).isEqualTo(4);
        assertThat(done.at("progress.reviewers")).hasSize(2);
        assertThat(done.at("agreement.units").asInt()).isEqualTo(4);
        // 8 values, 5 Pass and 3 Fail, one unit apart: 1 - 7 · 2 / (2 · 5 · 3)
        assertThat(done.at("agreement.alpha").asDouble()).isEqualTo(1 - 7 * 2 / 30.0);
        assertThat(api.get(path + "/next").status()).isEqualTo(204);
    }

    @Test
    void reviewsOfBeforeTheQueueAreNotOfIt() {
        String result = String.valueOf(api.get("/test_results?$filter={filter}", "test_run_id eq " + candidate)
                .text("0.id"));
        Reviews.post(api, result, "Fail", Reviews.WHOLE);

        Answer queue = draw(Map.of("test_run_ids", List.of(candidate), "size", 6));

        assertThat(queue.at("progress.done").asInt()).isZero();
        assertThat(queue.at("progress.reviewers")).isEmpty();
        assertThat(api.get("/review_queues/" + queue.id() + "/items").json().toString())
                .doesNotContain("\"rating\"");
    }

    @Test
    void whatCantBeDrawnFromIsNamed() {
        String empty = kept.run("");

        assertThat(draw(Map.of("size", 3)).badFields()).containsExactly("body.test_run_ids");
        assertThat(draw(Map.of("test_run_ids", List.of(candidate))).badFields()).containsExactly("body.size");
        assertThat(draw(Map.of("test_run_ids", List.of(candidate), "size", 0)).badFields())
                .containsExactly("body.size");
        assertThat(draw(Map.of("test_run_ids", List.of(candidate), "size", 1, "select", "best"))
                        .badFields())
                .containsExactly("body.select");
        assertThat(draw(Map.of("test_run_ids", List.of(candidate), "size", 1, "reviews_per_item", 11))
                        .badFields())
                .containsExactly("body.reviews_per_item");
        assertThat(draw(Map.of("test_run_ids", List.of(candidate, UUID.randomUUID()), "size", 1))
                        .badFields())
                .containsExactly("body.test_run_ids.1");
        assertThat(draw(Map.of("test_run_ids", List.of(empty), "size", 1)).badFields())
                .containsExactly("body.test_run_ids");
        assertThat(api.get("/review_queues/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void anotherOrganizationSeesNoQueueAndDrawsNone() {
        String queue =
                draw(Map.of("test_run_ids", List.of(candidate), "size", 3)).id();
        Api others = organizations.create();

        assertThat(others.get("/review_queues/" + queue).status()).isEqualTo(404);
        assertThat(others.get("/review_queues/" + queue + "/items").status()).isEqualTo(404);
        assertThat(others.get("/review_queues/" + queue + "/next").status()).isEqualTo(404);
        assertThat(others.post("/review_queues", Map.of("test_run_ids", List.of(candidate), "size", 3))
                        .badFields())
                .containsExactly("body.test_run_ids.0");
    }

    private Answer draw(Map<String, ?> request) {
        return api.post("/review_queues", request);
    }

    private List<String> testsOf(Answer queue) {
        return StreamSupport.stream(
                        api.get("/review_queues/" + queue.id() + "/items")
                                .json()
                                .spliterator(),
                        false)
                .map(item -> item.path("test").path("id").asString())
                .toList();
    }

    private void reviewResults(Api reviewer, Answer item, String status, int results) {
        assertThat(item.status()).isEqualTo(200);
        for (int place = 0; place < results; place++) {
            JsonNode result = item.at("results." + place);
            if (result.path("review").isNull()) {
                Reviews.post(reviewer, result.path("test_result_id").asString(), status, Reviews.WHOLE);
            }
        }
    }
}
