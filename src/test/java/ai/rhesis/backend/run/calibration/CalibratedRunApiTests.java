package ai.rhesis.backend.run.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Reviews;
import ai.rhesis.backend.support.Runs;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The calibration of a model that judged a run, and what gates make of it.
@IntegrationTest
class CalibratedRunApiTests {

    @Autowired
    Organizations organizations;

    @Test
    void aGateIsInconclusiveUntilPeopleAgreeWithTheJudgeAndOneCharacterMakesItStale() {
        AtomicInteger judged = new AtomicInteger();
        try (FakeModelServer bot = FakeModelServer.start();
                FakeModelServer model = FakeModelServer.start()
                        .always(question -> ModelReply.json(
                                Map.of("reason", "because", "passed", judged.getAndIncrement() % 2 == 0)))) {
            Api api = organizations.create();
            Runs runs = new Runs(api);
            String judge = runs.model("Judge", model.url());
            String metric = runs.judge("Polite", Map.of("model_id", judge));
            String set = runs.set("Hello", 50);
            runs.judgeSet(set, metric);
            String run = runs.start(set, runs.model("Bot", bot.url()), Map.of());
            runs.await(run);

            Answer before = gate(api, run);
            assertThat(before.text("result")).isEqualTo("inconclusive");
            assertThat(before.at("rules.0.observed").toString()).isEqualTo("[\"Polite\"]");
            JsonNode results = api.get("/test_results?limit=100&$filter={filter}", "test_run_id eq " + run)
                    .json();
            results.forEach(result -> agree(api, result));

            Answer after = gate(api, run);
            assertThat(after.text("result")).isEqualTo("pass");
            Answer calibration = api.get("/metrics/" + metric + "/calibration");
            assertThat(calibration.text("status")).isEqualTo("calibrated");
            assertThat(calibration.at("kappa.value").asDouble()).isEqualTo(1);
            assertThat(calibration.at("n").asInt()).isEqualTo(50);
            api.put("/models/" + judge, Map.of("name", "Judge by another name"));
            assertThat(status(api, metric)).isEqualTo("calibrated");
            api.put("/models/" + judge, Map.of("model_name", "fakf"));
            assertThat(status(api, metric)).isEqualTo("stale");
            api.put("/models/" + judge, Map.of("model_name", "fake"));
            assertThat(status(api, metric)).isEqualTo("calibrated");
            api.put("/metrics/" + metric, Map.of("evaluation_prompt", "Is the answer polite??"));
            assertThat(status(api, metric)).isEqualTo("stale");
            assertThat(gate(api, run).text("result")).isEqualTo("pass");
        }
    }

    private static Answer gate(Api api, String run) {
        return api.post("/test_runs/" + run + "/gate", Map.of("rules", Map.of("require_calibrated_judge", true)));
    }

    private static String status(Api api, String metric) {
        return String.valueOf(api.get("/metrics/" + metric + "/calibration").text("status"));
    }

    private static void agree(Api api, JsonNode result) {
        Reviews.post(
                api, result.path("id").asString(), result.at("/status/name").asString(), Reviews.WHOLE);
    }
}
