package ai.rhesis.backend.run.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import ai.rhesis.backend.support.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class RepetitionApiTests {

    @Autowired
    Organizations organizations;

    Api api;
    Runs runs;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
        runs = new Runs(api);
    }

    @Test
    void narrowestRepetitionsAndRuleWinAndArePinned() {
        try (FakeModelServer server = FakeModelServer.start().always(question -> ModelReply.text("Answer"))) {
            String target = runs.model("Bot", server.url());
            String set = runs.set(
                    3,
                    number -> number == 1
                            ? Map.of("prompt", Map.of("content", "One"), "repetitions", 4, "pass_rule", Map.of("k", 2))
                            : Map.of("prompt", Map.of("content", "Test " + number)));
            runs.judgeSet(set, runs.assertion("Answers", "contains", "Answer"));
            Map<String, ?> options = Map.of("execution_options", Map.of("repetitions", 2, "pass_rule", "any"));
            String run = runs.start(set, target, options);
            assertThat(runs.await(run).text("stats.total")).isEqualTo("8");
            assertThat(TestDatabase.column("select n || ' ' || rule from app.test_outcome where test_run_id = '" + run
                            + "' order by position"))
                    .containsExactly("4 {\"k\": 2}", "2 \"any\"", "2 \"any\"");

            api.put("/test_sets/" + set, Map.of("repetitions", 3, "pass_rule", "all"));
            String again = runs.start(set, target, options);
            assertThat(runs.await(again).text("stats.total")).isEqualTo("10");
        }
    }

    @Test
    void runPinsTheVersionThatItsSetHas() {
        try (FakeModelServer server = FakeModelServer.start().always(question -> ModelReply.text("Answer"))) {
            String target = runs.model("Bot", server.url());
            String set = runs.set("Test", 2);
            String kept = keep(set, target);
            String executed = runs.start(set, target, Map.of());
            runs.await(executed);
            Answer version = api.get("/test_sets/" + set + "/versions/1");
            for (String run : List.of(kept, executed)) {
                assertThat(runs.get(run).text("test_set_version.number")).isEqualTo("1");
                assertThat(runs.get(run).text("test_set_version.hash")).isEqualTo(version.text("hash"));
            }
            List<String> contents =
                    api.get("/test_sets/" + set + "/versions/1/tests").texts("content_hash");
            assertThat(TestDatabase.column("select content_hash from app.test_outcome where test_run_id = '" + executed
                            + "' order by position"))
                    .isEqualTo(contents);
            Answer rescored = api.post("/test_runs/" + executed + "/rescore", null);
            String test = api.get("/test_sets/" + set + "/tests").text("0.id");
            api.put("/tests/" + test, Map.of("prompt", Map.of("content", "Other")));
            String rescore = String.valueOf(rescored.text("test_run_id"));
            assertThat(runs.await(rescore).text("test_set_version.number")).isEqualTo("1");
            assertThat(runs.get(keep(set, target)).text("test_set_version.number"))
                    .isEqualTo("2");
        }
    }

    @Test
    void keptResultHasTheHashesOfItsWriting() {
        String set = runs.set("Test", 1);
        String test = String.valueOf(api.get("/test_sets/" + set + "/tests").text("0.id"));
        String run = keep(set, runs.model("Bot", "http://127.0.0.2:1"));
        result(run, test, 1, 'P');
        String before = String.valueOf(
                api.get("/test_sets/" + set + "/versions/1/tests").text("0.content_hash"));
        api.put("/tests/" + test, Map.of("category", "Other"));
        result(run, test, 2, 'P');
        List<String> hashes = TestDatabase.column(
                "select content_hash from app.test_result where test_run_id = '" + run + "' order by repetition");
        assertThat(hashes.getFirst()).isEqualTo(before);
        assertThat(hashes.getLast()).isNotEqualTo(before);
        assertThat(TestDatabase.column(
                        "select count(distinct stimulus_hash)::text from app.test_result where test_run_id = '" + run
                                + "'"))
                .containsExactly("1");
    }

    @Test
    void outcomeFollowsFromTheRule() {
        assertThat(outcomes("all", "PP")).containsExactly("pass 1");
        assertThat(outcomes("all", "PF")).containsExactly("fail 0.5");
        assertThat(outcomes("all", "PE")).containsExactly("fail 0.5");
        assertThat(outcomes("any", "PF")).containsExactly("pass 0.5");
        assertThat(outcomes("any", "EE")).containsExactly("error 0");
        assertThat(outcomes(Map.of("k", 2), "PPF")).containsExactly("pass 0.6666666666666666");
        assertThat(outcomes(Map.of("k", 2), "PFF")).containsExactly("fail 0.3333333333333333");
        assertThat(outcomes(Map.of("metric", "Correct", "mean_score", 0.5), "PF"))
                .containsExactly("pass 0.5");
        assertThat(outcomes(Map.of("metric", "Correct", "mean_score", 0.6), "PF"))
                .containsExactly("fail 0.5");
        assertThat(outcomes(Map.of("metric", "Correct", "mean_score", 0.6), "PE"))
                .containsExactly("fail 0.5");
    }

    @Test
    void passAtKIsTheMeanOverTests() {
        String set = runs.set("Test", 3);
        List<String> tests = api.get("/test_sets/" + set + "/tests").texts("id");
        String run = keep(set, runs.model("Bot", "http://127.0.0.2:1"));
        results(run, tests.get(0), "PFF");
        results(run, tests.get(1), "PPP");
        results(run, tests.get(2), "F");
        api.post("/tests/" + tests.get(2) + "/quarantine", Map.of("reason", "broken"));

        Answer answer = api.get("/test_runs/" + run + "/pass_at_k?k=1,3,4");

        assertThat(answer.text("tests")).isEqualTo("2");
        assertThat(answer.at("k.0.pass_at_k.value").asDouble()).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(answer.at("k.1.pass_at_k.value").asDouble()).isEqualTo(1);
        assertThat(answer.at("k.1.pass_hat_k.value").asDouble()).isCloseTo(0.5, within(1e-9));
        assertThat(answer.at("k.1.pass_hat_k.ci")).hasSize(2);
        assertThat(answer.at("k.2.pass_at_k").isNull()).isTrue();
        assertThat(api.get("/test_runs/" + run).at("stats").toString())
                .as("a test in quarantine is in no figure")
                .startsWith("{\"total\":6,\"passed\":4,\"failed\":2,\"errors\":0");
        assertThat(api.get("/test_runs/" + run + "/pass_at_k?k=0").badFields()).containsExactly("query.k");
        assertThat(api.get("/test_runs/" + run + "/pass_at_k?k=%20").badFields())
                .containsExactly("query.k");
        assertThat(api.get("/test_runs/" + run + "/pass_at_k?k=101").status()).isEqualTo(422);
        assertThat(organizations
                        .create()
                        .get("/test_runs/" + run + "/pass_at_k")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void testThatFlipsIsFlakyUntilItsStimulusChanges() {
        String set = runs.set("Test", 1);
        String test = String.valueOf(api.get("/test_sets/" + set + "/tests").text("0.id"));
        String target = runs.model("Bot", "http://127.0.0.2:1");
        String first = keep(set, target);
        results(first, test, "PPPPP");
        assertThat(stability(test).text("flaky")).isEqualTo("false");
        String second = keep(set, target);
        results(second, test, "FFFFF");

        Answer flaky = stability(test);

        assertThat(flaky.text("n")).isEqualTo("10");
        assertThat(flaky.text("passes")).isEqualTo("5");
        assertThat(flaky.at("flip_rate").asDouble()).isCloseTo(50.0 / 90, within(1e-9));
        assertThat(flaky.text("flaky")).isEqualTo("true");
        assertThat(flaky.at("drift.statistic").asDouble()).isCloseTo(10, within(1e-9));
        assertThat(flaky.text("drift.df")).isEqualTo("1");
        assertThat(flaky.at("drift.p_value").asDouble()).isCloseTo(0.0015654022580025, within(1e-9));
        assertThat(flaky.at("runs").findValuesAsString("test_run_id")).containsExactly(first, second);

        api.put("/tests/" + test, Map.of("prompt", Map.of("content", "Other")));
        results(keep(set, target), test, "P");
        assertThat(stability(test).text("n")).isEqualTo("1");
        assertThat(organizations.create().get("/tests/" + test + "/stability").status())
                .isEqualTo(404);
    }

    @Test
    void quarantineIsReportedUntilItIsLifted() {
        String test = api.create("/tests", Map.of("prompt", Map.of("content", "Hello")));
        String quarantine = "/tests/" + test + "/quarantine";
        assertThat(api.delete(quarantine).status()).isEqualTo(404);
        assertThat(api.post(quarantine, Map.of("reason", " ")).badFields()).containsExactly("body.reason");
        assertThat(api.post(quarantine, Map.of("reason", "r", "until", "+999999999-12-31T23:59:59Z"))
                        .badFields())
                .containsExactly("body.until");
        assertThat(api.post(quarantine, Map.of("reason", "r", "until", "2020-01-01T00:00:00Z"))
                        .badFields())
                .containsExactly("body.until");
        Answer put = api.post(quarantine, Map.of("reason", "flips", "until", "2100-01-01T00:00:00Z"));
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.text("until")).isEqualTo("2100-01-01T00:00:00Z");
        assertThat(api.get("/tests/" + test).text("quarantine.reason")).isEqualTo("flips");
        assertThat(api.get("/tests").text("0.quarantine.reason")).isEqualTo("flips");
        Api others = organizations.create();
        assertThat(others.post(quarantine, Map.of("reason", "mine")).status()).isEqualTo(404);
        assertThat(others.delete(quarantine).status()).isEqualTo(404);
        assertThat(api.delete(quarantine).text("reason")).isEqualTo("flips");
        assertThat(api.get("/tests/" + test).text("quarantine")).isNull();
    }

    @Test
    void badRuleIsNamed() {
        for (Object bad : List.of("most", Map.of("k", 0), Map.of("k", 1.5), Map.of("metric", "x"), List.of(1))) {
            Map<String, Object> body = Map.of("prompt", Map.of("content", "x"), "pass_rule", bad);
            assertThat(api.post("/tests", body).badFields()).as("%s", bad).containsExactly("body.pass_rule");
        }
        assertThat(api.post("/tests", Map.of("prompt", Map.of("content", "x"), "repetitions", 101))
                        .badFields())
                .containsExactly("body.repetitions");
    }

    private Answer stability(String test) {
        return api.get("/tests/" + test + "/stability");
    }

    /// The outcome and share of one test with this rule and these results: P passes, F fails, E is an error.
    private List<String> outcomes(Object rule, String results) {
        String set = runs.set(1, number -> Map.of("prompt", Map.of("content", "x"), "pass_rule", rule));
        String test = String.valueOf(api.get("/test_sets/" + set + "/tests").text("0.id"));
        String run = keep(set, runs.model("Bot " + System.nanoTime(), "http://127.0.0.2:1"));
        results(run, test, results);
        return TestDatabase.column(
                "select outcome || ' ' || share from app.test_outcome where test_run_id = '" + run + "'");
    }

    private String keep(String set, String target) {
        String configuration = api.create("/test_configurations", Map.of("model_id", target, "test_set_id", set));
        return api.create("/test_runs", Map.of("test_configuration_id", configuration));
    }

    private void results(String run, String test, String results) {
        for (int place = 0; place < results.length(); place++) {
            result(run, test, place + 1, results.charAt(place));
        }
    }

    private void result(String run, String test, int repetition, char verdict) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "test_configuration_id", String.valueOf(runs.get(run).text("test_configuration_id")),
                "test_run_id", run,
                "test_id", test,
                "repetition", repetition));
        if (verdict != 'E') {
            boolean passed = verdict == 'P';
            Map<String, ?> score = Map.of("score", passed ? 1 : 0, "is_successful", passed);
            body.put("test_metrics", Map.of("metrics", Map.of("Correct", score)));
        }
        api.create("/test_results", body);
    }
}
