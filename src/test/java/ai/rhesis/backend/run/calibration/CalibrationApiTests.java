package ai.rhesis.backend.run.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Reviews;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Metrics beside people on the same results.
@IntegrationTest
class CalibrationApiTests {

    @Autowired
    Organizations organizations;

    Api api;
    String metric;
    String configuration;
    String run;

    @BeforeEach
    void ownMetric() {
        api = organizations.create();
        metric = api.create(
                "/metrics",
                Map.of(
                        "name",
                        "Polite",
                        "score_type",
                        "binary",
                        "metric_scope",
                        List.of("Single-Turn"),
                        "evaluation_prompt",
                        "Is this polite?"));
        String model = api.create("/models", Map.of("name", "Bot", "provider", "ollama", "model_name", "g"));
        configuration = api.create("/test_configurations", Map.of("model_id", model));
        run = api.create("/test_runs", Map.of("test_configuration_id", configuration));
    }

    @Test
    void withoutReviewsNothingIsKnown() {
        result(true);

        Answer answer = calibration("");

        assertThat(answer.text("status")).isEqualTo("none");
        assertThat(answer.at("n").asInt()).isZero();
        assertThat(answer.at("kappa").isNull()).isTrue();
        assertThat(answer.at("sensitivity").isNull()).isTrue();
        assertThat(answer.at("agreement.alpha").isNull()).isTrue();
        assertThat(answer.at("selection")).isEmpty();
    }

    @Test
    void theVerdictOfTheMetricIsSetBesideThatOfPeople() {
        reviewed(true, "Pass", 4);
        reviewed(true, "Fail", 2);
        reviewed(false, "Pass", 1);
        reviewed(false, "Fail", 3);

        Answer answer = calibration("?min_labels=10");

        assertThat(answer.at("confusion").toString()).isEqualTo("{\"tp\":4,\"fp\":2,\"fn\":1,\"tn\":3}");
        assertThat(answer.at("n").asInt()).isEqualTo(10);
        assertThat(answer.at("sensitivity.value").asDouble()).isEqualTo(0.8);
        assertThat(answer.at("specificity.value").asDouble()).isEqualTo(0.6);
        assertThat(answer.at("prevalence.value").asDouble()).isEqualTo(0.5);
        assertThat(answer.at("kappa.value").asDouble()).isCloseTo(0.4, within(1e-12));
        assertThat(answer.at("kappa.ci")).hasSize(2);
        assertThat(answer.at("selection").toString()).isEqualTo("{\"outside\":10}");
        assertThat(answer.text("status")).isEqualTo("insufficient");
    }

    @Test
    void aReviewOfTheMetricCountsAlsoWhereOthersJudged() {
        String id = result(
                Map.of("Polite", Map.of("id", metric, "is_successful", true), "Other", Map.of("is_successful", true)));
        Reviews.post(api, id, "Fail", Reviews.WHOLE);
        assertThat(calibration("").at("n").asInt()).isZero();

        Reviews.post(api, id, "Fail", Reviews.ofMetric("Polite"));

        assertThat(calibration("").at("confusion.fp").asInt()).isEqualTo(1);
    }

    @Test
    void theMajorityOfPeopleCountsAndATieDoesNot() {
        String id = result(true);
        Api other = organizations.member(api, "member");
        Api third = organizations.member(api, "member");
        Reviews.post(api, id, "Fail", Reviews.WHOLE);
        Reviews.post(other, id, "Pass", Reviews.WHOLE);
        assertThat(calibration("").at("n").asInt()).isZero();
        assertThat(calibration("").at("agreement.units").asInt()).isEqualTo(1);

        Reviews.post(third, id, "Fail", Reviews.WHOLE);

        assertThat(calibration("").at("confusion.fp").asInt()).isEqualTo(1);
        assertThat(calibration("").at("agreement.alpha").isNumber()).isTrue();
    }

    @Test
    void onlyTheRunsThatAreAskedForCount() {
        reviewed(true, "Pass", 1);
        String other = api.create("/test_runs", Map.of("test_configuration_id", configuration));

        assertThat(calibration("?test_run_ids=" + run).at("n").asInt()).isEqualTo(1);
        assertThat(calibration("?test_run_ids=" + other).at("n").asInt()).isZero();
        assertThat(calibration("?test_run_ids=" + other + "," + run).at("n").asInt())
                .isEqualTo(1);
    }

    @Test
    void labelsOfAQueueTellHowTheyWereChosen() {
        result(true);
        Answer queue = api.post("/review_queues", Map.of("test_run_ids", List.of(run), "size", 1));
        Reviews.post(
                api,
                String.valueOf(api.get("/review_queues/" + queue.id() + "/next").text("results.0.test_result_id")),
                "Pass",
                Reviews.WHOLE);

        assertThat(calibration("").at("selection").toString()).isEqualTo("{\"uniform\":1}");
    }

    @Test
    void aChangedMetricIsStale() {
        reviewed(true, "Pass", 1);

        api.put("/metrics/" + metric, Map.of("evaluation_prompt", "Is this polite!"));

        assertThat(calibration("").text("status")).isEqualTo("stale");
        assertThat(calibration("").at("n").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsWrongIsNamedAndTheForeignIsNotFound() {
        Api others = organizations.create();

        assertThat(others.get("/metrics/" + metric + "/calibration").status()).isEqualTo(404);
        assertThat(api.get("/metrics/" + UUID.randomUUID() + "/calibration").status())
                .isEqualTo(404);
        assertThat(calibration("?min_labels=0").status()).isIn(400, 422);
        assertThat(calibration("?min_kappa=2").status()).isIn(400, 422);
        assertThat(calibration("?test_run_ids=x").status()).isIn(400, 422);
    }

    @Test
    void aGateAsksForTheCalibrationOfMetricsThatAClientJudgedBy() {
        reviewed(true, "Pass", 25);
        reviewed(false, "Fail", 24);
        Map<String, ?> rules = Map.of("rules", Map.of("require_calibrated_judge", true));

        Answer before = api.post("/test_runs/" + run + "/gate", rules);
        assertThat(before.text("result")).isEqualTo("inconclusive");
        assertThat(before.at("rules").get(0).path("observed").toString()).isEqualTo("[\"Polite\"]");
        reviewed(false, "Fail", 1);

        assertThat(api.post("/test_runs/" + run + "/gate", rules).text("result"))
                .isEqualTo("pass");
    }

    private Answer calibration(String query) {
        return api.get("/metrics/" + metric + "/calibration" + query);
    }

    private void reviewed(boolean judged, String status, int times) {
        for (int time = 0; time < times; time++) {
            Reviews.post(api, result(judged), status, Reviews.WHOLE);
        }
    }

    private String result(boolean passes) {
        return result(Map.of("Polite", Map.of("id", metric, "is_successful", passes)));
    }

    private String result(Map<String, ?> metrics) {
        String test = api.create("/tests", Map.of("prompt", Map.of("content", "Hello")));
        return api.create(
                "/test_results",
                Map.of(
                        "test_configuration_id",
                        configuration,
                        "test_run_id",
                        run,
                        "test_id",
                        test,
                        "test_metrics",
                        Map.of("metrics", metrics)));
    }
}
