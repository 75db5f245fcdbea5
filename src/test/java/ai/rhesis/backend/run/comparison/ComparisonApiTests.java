package ai.rhesis.backend.run.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.KeptRuns;
import ai.rhesis.backend.support.Organizations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@IntegrationTest
class ComparisonApiTests {

    private static final Offset<Double> EXACT = within(1e-9);

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void anOrganization() {
        api = organizations.create();
    }

    @Test
    void aDropIsWorseWithItsFigures() {
        KeptRuns runs = new KeptRuns(api, 20);
        String before = runs.run("p".repeat(20));
        String after = runs.run("f".repeat(8) + "p".repeat(12));

        Answer found = compare(after, Map.of("baseline", before));

        assertThat(found.status()).as(found.toString()).isEqualTo(200);
        assertThat(found.text("verdict")).isEqualTo("worse");
        assertThat(found.at("flags.worse").asBoolean()).isTrue();
        assertThat(found.at("tests.paired").asInt()).isEqualTo(20);
        assertThat(found.at("tests.regressed").asInt()).isEqualTo(8);
        assertThat(found.at("candidate.test_set_version.number").asInt()).isEqualTo(1);
        assertThat(found.text("candidate.test_set_version.hash")).hasSize(64);
        assertThat(found.at("pass_rate.baseline").asDouble()).isEqualTo(1);
        assertThat(found.at("pass_rate.candidate").asDouble()).isEqualTo(0.6);
        assertThat(found.at("pass_rate.delta").asDouble()).isEqualTo(-0.4);
        assertThat(found.text("pass_rate.method")).isEqualTo("mcnemar_midp");
        // 2·P(X ≤ 0) - P(X = 0) of Bin(8, ½)
        assertThat(found.at("pass_rate.p_value").asDouble()).isCloseTo(1.0 / 256, EXACT);
        assertThat(found.at("pass_rate.ci").get(1).asDouble()).isNegative();
        assertThat(found.text("reason")).startsWith("The pass rate fell");
    }

    @Test
    void equalRunsCannotBeToldApartAndAreNotWorseWithinAMargin() {
        KeptRuns runs = new KeptRuns(api, 20);
        String before = runs.run("p".repeat(20));
        String after = runs.run("p".repeat(20));

        assertThat(compare(after, Map.of("baseline", before)).text("verdict")).isEqualTo("cannot_tell");
        Answer within = compare(after, Map.of("baseline", before, "margin", 0.2));
        assertThat(within.text("verdict")).isEqualTo("not_worse");
        assertThat(within.at("pass_rate.p_value").asDouble()).isEqualTo(1);
        assertThat(within.at("pass_rate.tests_needed").asInt()).isPositive();
    }

    @Test
    void anErrorIsALossInBothRunsAlike() {
        KeptRuns runs = new KeptRuns(api, 12);
        String before = runs.run("eeeeeeeepppp");
        String after = runs.run("p".repeat(12));

        Answer found = compare(after, Map.of("baseline", before));

        assertThat(found.at("tests.improved").asInt()).isEqualTo(8);
        assertThat(found.at("tests.errors.baseline").asInt()).isEqualTo(8);
        assertThat(found.at("pass_rate.p_value").asDouble()).isLessThan(0.05);
        assertThat(found.text("verdict"))
                .as("failing calls of the baseline do not speak for the candidate")
                .isEqualTo("cannot_tell");
        assertThat(found.at("pass_rate.without_errors.p_value").asDouble()).isEqualTo(1);
    }

    @Test
    void testsThatAreInOneRunOnlyAreCountedApart() {
        KeptRuns runs = new KeptRuns(api, 6);
        String before = runs.run("pppp  ");
        String after = runs.run("  pppp");

        Answer found = compare(after, Map.of("baseline", before));

        assertThat(found.at("tests.paired").asInt()).isEqualTo(2);
        assertThat(found.at("tests.new").asInt()).isEqualTo(2);
        assertThat(found.at("tests.missing").asInt()).isEqualTo(2);
        assertThat(found.at("tests.not_run").asInt())
                .as("the candidate's version holds them")
                .isEqualTo(2);
        assertThat(outcomes(found, "")).containsExactly("missing", "missing", "unchanged", "unchanged", "new", "new");
    }

    @Test
    void nothingPairedIsUndefinedAndNotZero() {
        KeptRuns runs = new KeptRuns(api, 4);
        String before = runs.run("pp  ");
        String after = runs.run("  pp");

        Answer found = compare(after, Map.of("baseline", before));

        assertThat(found.text("verdict")).isEqualTo("cannot_tell");
        assertThat(found.at("pass_rate.delta").isNull()).isTrue();
        assertThat(found.at("pass_rate.p_value").isNull()).isTrue();
        assertThat(found.at("latency.ratio").isNull()).isTrue();
    }

    @Test
    void aTestWhosePromptChangedCannotBeCompared() {
        KeptRuns runs = new KeptRuns(api, 3);
        String before = runs.run("ppp");
        String test = runs.tests().getFirst();
        String prompt = api.get("/tests/" + test).text("prompt_id");
        api.put("/prompts/" + prompt, Map.of("content", "Another question"));
        String after = runs.run("fpp");

        Answer found = compare(after, Map.of("baseline", before));

        assertThat(found.at("tests.not_comparable").asInt()).isEqualTo(1);
        assertThat(found.at("tests.paired").asInt()).isEqualTo(2);
    }

    @Test
    void metricsAndRequirementsAreComparedToo() {
        KeptRuns runs = new KeptRuns(api, 12);
        String before = runs.run("p".repeat(12));
        String after = runs.run("fp".repeat(6));

        Answer found = compare(after, Map.of("baseline", before));

        JsonNode metric = found.at("metrics").get(0);
        assertThat(metric.path("name").asString()).isEqualTo("Correct");
        assertThat(metric.path("paired").asInt()).isEqualTo(12);
        assertThat(metric.path("delta").asDouble()).isEqualTo(-0.5);
        assertThat(metric.path("p_adjusted").asDouble())
                .isEqualTo(metric.path("p_value").asDouble());
        JsonNode odd = found.at("requirements").get(1);
        assertThat(odd.path("name").asString()).isEqualTo("Odd");
        assertThat(odd.path("regressed").asInt()).isEqualTo(6);
        assertThat(odd.path("id").asString()).isNotEmpty();
        assertThat(odd.path("p_adjusted").asDouble())
                .isCloseTo(2 * odd.path("p_value").asDouble(), EXACT);
    }

    @Test
    void aRepetitionThatAMetricSaidNothingOfDidNotPassIt() {
        KeptRuns runs = new KeptRuns(api, 2);
        String before = runs.run("pp");
        String after = runs.run("pp");
        for (String test : runs.tests()) {
            runs.repeat(before, test, 'p', 2);
            runs.repeat(after, test, 'e', 2);
        }

        assertThat(metric(after, before).path("delta").asDouble()).isEqualTo(-1);

        api.put("/tests/" + runs.tests().getFirst(), Map.of("pass_rule", "any"));
        String anew = runs.run("pp");
        String lenient = runs.run("pp");
        for (String test : runs.tests()) {
            runs.repeat(anew, test, 'p', 2);
            runs.repeat(lenient, test, 'e', 2);
        }
        assertThat(metric(lenient, anew).path("delta").asDouble())
                .as("one of the two tests passes when any repetition does")
                .isEqualTo(-0.5);
    }

    private JsonNode metric(String candidate, String baseline) {
        Answer found = api.post("/test_runs/" + candidate + "/compare", Map.of("baseline", baseline));
        assertThat(found.text("pass_rate.measure")).isEqualTo("outcome");
        return found.at("metrics").get(0);
    }

    @Test
    void theSameQuestionHasTheSameAnswerUntilResultsChange() {
        KeptRuns runs = new KeptRuns(api, 4);
        String before = runs.run("pppp");
        String after = runs.run("ppp ");

        Answer first = compare(after, Map.of("baseline", before));
        Answer again = compare(after, Map.of("baseline", before, "alpha", 0.05));
        runs.keep(after, runs.tests().getLast(), 'f', null);
        Answer later = compare(after, Map.of("baseline", before));

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(later.text("id")).isNotEqualTo(first.text("id"));
        assertThat(api.get("/comparisons/" + first.text("id")).json()).isEqualTo(first.json());
    }

    @Test
    void testsAreReadPageByPageWithBothOutputs() {
        KeptRuns runs = new KeptRuns(api, 5);
        String before = runs.run("ppppp");
        String after = runs.run("pfpfp");
        String id = compare(after, Map.of("baseline", before)).text("id");

        Answer page = api.get("/comparisons/" + id + "/tests?outcome=regressed&limit=1");
        assertThat(page.size()).isEqualTo(1);
        JsonNode test = page.json().get(0);
        assertThat(test.path("test_id").asString()).isEqualTo(runs.tests().get(1));
        assertThat(test.path("baseline").path("output").path("output").asString())
                .isEqualTo("It is p");
        assertThat(test.path("candidate").path("status").asString()).isEqualTo("Fail");
        assertThat(test.path("candidate")
                        .path("metrics")
                        .path("Correct")
                        .path("reason")
                        .asString())
                .isEqualTo("as told");
        String link = String.valueOf(page.header("Link"));
        Answer next = api.get(link.substring(1, link.indexOf('>')));
        assertThat(next.json().get(0).path("test_id").asString())
                .isEqualTo(runs.tests().get(3));
        assertThat(next.header("Link")).isNull();
    }

    @Test
    void badQuestionsAreNamed() {
        KeptRuns runs = new KeptRuns(api, 2);
        String run = runs.run("pp");
        String other = runs.run("pp");

        assertThat(compare(run, Map.of("baseline", UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(422);
        assertThat(compare(run, Map.of("baseline", "nightly"))
                        .at("detail")
                        .get(0)
                        .path("loc")
                        .get(1)
                        .asString())
                .isEqualTo("baseline");
        assertThat(compare(run, Map.of("baseline", run)).status()).isEqualTo(422);
        assertThat(compare(run, Map.of()).status()).isEqualTo(422);
        for (Map<String, Object> bad : List.<Map<String, Object>>of(
                Map.of("alpha", 0.3),
                Map.of("alpha", 0),
                Map.of("margin", 1),
                Map.of("margin", 0),
                Map.of("detect", 2),
                Map.of("alternative", "sideways"),
                Map.of("metrics", List.of("Unknown")),
                Map.of("group_by", List.of("colour")),
                Map.of("group_by", List.of("metadata.colour")),
                Map.of("cluster_by", "metadata.colour"),
                Map.of("cluster_by", "topic", "verdicts", "sometimes"),
                Map.of("cluster_by", "colour"))) {
            Map<String, Object> body = new HashMap<>(bad);
            body.put("baseline", other);
            assertThat(compare(run, body).status()).as(bad.toString()).isEqualTo(422);
        }
        assertThat(compare(UUID.randomUUID().toString(), Map.of("baseline", other))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aBaselineIsNamedMovedAndRemembered() {
        KeptRuns runs = new KeptRuns(api, 4);
        String first = runs.run("pppp");
        String second = runs.run("ffff");
        String path = "/test_sets/" + runs.set + "/baselines/release";

        assertThat(api.put(path, Map.of("test_run_id", first, "reason", "1.0")).status())
                .isEqualTo(200);
        api.put(path, Map.of("test_run_id", first, "reason", "1.0"));
        assertThat(api.get(path).at("history").size())
                .as("the same again adds nothing")
                .isZero();
        assertThat(compare(second, Map.of("baseline", "release"))
                        .at("baseline.id")
                        .asString())
                .isEqualTo(first);
        assertThat(api.delete("/test_runs/" + first).status()).isEqualTo(409);

        String unknown = UUID.randomUUID().toString();
        assertThat(api.put(path, Map.of("test_run_id", first, "reason", "1.0", "endpoint_id", unknown))
                        .badFields())
                .containsExactly("body.endpoint_id");
        api.put(path, Map.of("test_run_id", second, "reason", "1.1"));

        Answer moved = api.get(path);
        assertThat(moved.text("test_run.id")).isEqualTo(second);
        assertThat(moved.at("history").get(0).path("test_run").path("id").asString())
                .isEqualTo(first);
        assertThat(api.delete("/test_runs/" + first).status()).isEqualTo(200);
        assertThat(api.get("/test_sets/" + runs.set + "/baselines").size()).isEqualTo(1);
        assertThat(api.put(path.replace("release", "Release"), Map.of("test_run_id", second, "reason", "x"))
                        .status())
                .isEqualTo(422);
        assertThat(api.put(path, Map.of("test_run_id", second)).status()).isEqualTo(422);
    }

    @Test
    void anotherOrganizationComparesNothingOfIt() {
        KeptRuns runs = new KeptRuns(api, 2);
        String before = runs.run("pp");
        String after = runs.run("pf");
        String comparison = compare(after, Map.of("baseline", before)).text("id");
        Api other = organizations.create();
        KeptRuns theirs = new KeptRuns(other, 2);
        String own = theirs.run("pp");

        assertThat(other.post("/test_runs/" + after + "/compare", Map.of("baseline", own))
                        .status())
                .isEqualTo(404);
        assertThat(other.post("/test_runs/" + own + "/compare", Map.of("baseline", before))
                        .json()
                        .path("detail"))
                .isEqualTo(other.post(
                                "/test_runs/" + own + "/compare",
                                Map.of("baseline", UUID.randomUUID().toString()))
                        .json()
                        .path("detail"));
        assertThat(other.get("/comparisons/" + comparison).status()).isEqualTo(404);
        assertThat(other.get("/comparisons/" + comparison + "/tests").status()).isEqualTo(404);
        assertThat(other.get("/test_sets/" + runs.set + "/baselines").status()).isEqualTo(404);
    }

    private Answer compare(String run, Map<String, ?> body) {
        return api.post("/test_runs/" + run + "/compare", body);
    }

    private List<String> outcomes(Answer comparison, String query) {
        return api.get("/comparisons/" + comparison.text("id") + "/tests" + query)
                .json()
                .valueStream()
                .map(test -> test.path("outcome").asString())
                .toList();
    }
}
