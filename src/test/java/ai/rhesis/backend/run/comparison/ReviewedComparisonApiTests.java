package ai.rhesis.backend.run.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.KeptRuns;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Reviews;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Comparisons of runs whose results people reviewed.
@IntegrationTest
class ReviewedComparisonApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void aReviewIsEffectiveInANewComparisonAndTheOldOneStays() {
        KeptRuns runs = new KeptRuns(api, 6);
        String baseline = runs.run("pppppp");
        String candidate = runs.run("ppppff");
        Answer before = compare(candidate, Map.of("baseline", baseline));

        review(resultOf(candidate, runs.tests().getLast()), "Pass");
        Answer after = compare(candidate, Map.of("baseline", baseline));

        assertThat(before.at("tests.regressed").asInt()).isEqualTo(2);
        assertThat(after.at("tests.regressed").asInt()).isEqualTo(1);
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(api.get("/comparisons/" + before.id()).json()).isEqualTo(before.json());
        assertThat(before.texts("assumptions", "code")).doesNotContain("reviewed_unequally");
        assertThat(after.texts("assumptions", "code"))
                .contains("reviewed_unequally")
                .doesNotContain("too_few_reviews");
        assertThat(compare(candidate, Map.of("baseline", baseline)).json()).isEqualTo(after.json());
    }

    @Test
    void automaticVerdictsLeaveReviewsOut() {
        KeptRuns runs = new KeptRuns(api, 6);
        String baseline = runs.run("pppppp");
        String candidate = runs.run("ppppff");
        Map<String, ?> automatic = Map.of("baseline", baseline, "verdicts", "automatic");
        Answer before = compare(candidate, automatic);

        String result = resultOf(candidate, runs.tests().getLast());
        review(result, "Pass");
        Reviews.post(api, result, "Pass", Reviews.ofMetric("Correct"));
        Answer after = compare(candidate, automatic);

        for (String figure : List.of("tests", "pass_rate", "metrics", "verdict")) {
            assertThat(after.at(figure)).as(figure).isEqualTo(before.at(figure));
        }
        assertThat(after.texts("assumptions", "code")).doesNotContain("reviewed_unequally");
        Answer effective = compare(candidate, Map.of("baseline", baseline));
        assertThat(effective.at("tests.regressed").asInt()).isEqualTo(1);
        assertThat(effective.at("metrics.0.delta").asDouble()).isCloseTo(-1 / 6.0, within(1e-12));
    }

    @Test
    void runsThatAreReviewedAlikeNeedNoWarning() {
        KeptRuns runs = new KeptRuns(api, 4);
        String baseline = runs.run("pppp");
        String candidate = runs.run("pppf");
        review(resultOf(baseline, runs.tests().getFirst()), "Pass");
        review(resultOf(candidate, runs.tests().getLast()), "Fail");

        assertThat(compare(candidate, Map.of("baseline", baseline)).texts("assumptions", "code"))
                .doesNotContain("reviewed_unequally");
    }

    @Test
    void aReviewedQueueCorrectsTheJudge() {
        KeptRuns runs = new KeptRuns(api, 40);
        String baseline = runs.run("p".repeat(40));
        String candidate = runs.run("f" + "p".repeat(39));
        Answer undrawn = compare(candidate, Map.of("baseline", baseline));
        Answer queue =
                api.post("/review_queues", Map.of("test_run_ids", List.of(baseline, candidate), "size", 35, "seed", 4));
        JsonNode items =
                api.get("/review_queues/" + queue.id() + "/items?limit=100").json();

        // all but the first are reviewed: as if somebody had picked them
        for (int place = 1; place < 35; place++) {
            review(items.path(place), baseline, place % 5 == 0);
        }
        Answer picked = compare(candidate, Map.of("baseline", baseline));
        review(items.path(0), baseline, true);
        Answer drawn = compare(candidate, Map.of("baseline", baseline));

        assertThat(undrawn.texts("assumptions", "code")).doesNotContain("too_few_reviews");
        assertThat(picked.texts("assumptions", "code")).contains("too_few_reviews");
        assertThat(picked.text("pass_rate.method")).isEqualTo("mcnemar_midp");
        assertThat(picked.at("pass_rate.labelled").isNull()).isTrue();
        assertThat(drawn.texts("assumptions", "code")).doesNotContain("too_few_reviews", "reviewed_unequally");
        assertThat(drawn.text("pass_rate.method")).isEqualTo("ppi");
        assertThat(drawn.at("pass_rate.labelled").asInt()).isEqualTo(35);
        assertThat(drawn.at("pass_rate.lambda").asDouble()).isBetween(0.0, 1.0);
        assertThat(drawn.at("pass_rate.df").asDouble()).isEqualTo(34);
        assertThat(drawn.at("pass_rate.delta").asDouble()).isBetween(-0.25, -0.15);
        assertThat(drawn.at("pass_rate.baseline").asDouble()).isEqualTo(1);
        assertThat(drawn.at("pass_rate.candidate").asDouble()).isEqualTo(39 / 40.0);
        assertThat(drawn.text("verdict")).isEqualTo("worse");
        Answer automatic = compare(candidate, Map.of("baseline", baseline, "verdicts", "automatic"));
        assertThat(automatic.text("pass_rate.method")).isEqualTo("mcnemar_midp");
        assertThat(automatic.texts("assumptions", "code")).doesNotContain("too_few_reviews");
    }

    /// Reviews both results of a test: of the baseline always as passed.
    private void review(JsonNode item, String baseline, boolean isWorse) {
        item.path("results").forEach(result -> {
            String id = result.path("test_result_id").asString();
            boolean isOfBaseline =
                    baseline.equals(api.get("/test_results/" + id).text("test_run_id"));
            review(id, isWorse && !isOfBaseline ? "Fail" : "Pass");
        });
    }

    private void review(String result, String status) {
        Reviews.post(api, result, status, Reviews.WHOLE);
    }

    private String resultOf(String run, String test) {
        return String.valueOf(
                api.get("/test_results?$filter={filter}", "test_run_id eq " + run + " and test_id eq " + test)
                        .text("0.id"));
    }

    private Answer compare(String candidate, Map<String, ?> request) {
        Answer answer = api.post("/test_runs/" + candidate + "/compare", request);
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }
}
