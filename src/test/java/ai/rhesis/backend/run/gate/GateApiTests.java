package ai.rhesis.backend.run.gate;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.KeptRuns;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

@IntegrationTest
class GateApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void anOrganization() {
        api = organizations.create();
    }

    @Test
    void aProvenLossFailsAndSaysWhy() {
        KeptRuns runs = new KeptRuns(api, 20);
        String before = runs.run("p".repeat(20));
        String after = runs.run("f".repeat(8) + "p".repeat(12));

        Answer gate = gate(after, before, Map.of("verdict", "not_worse", "margin", 0.05));

        assertThat(gate.status()).as(gate.toString()).isEqualTo(200);
        assertThat(gate.text("result")).isEqualTo("fail");
        assertThat(gate.text("reasons.0")).startsWith("The pass rate fell");
        JsonNode verdict = rule(gate, "verdict");
        assertThat(verdict.path("observed").asString()).isEqualTo("worse");
        assertThat(verdict.path("limit").asString()).isEqualTo("not_worse");
        assertThat(gate.text("comparison.parameters.alternative")).isEqualTo("worse");
        assertThat(rule(gate, "max_not_run").path("result").asString()).isEqualTo("pass");
    }

    @Test
    void aVerdictThatCannotBeToldIsInconclusiveUnlessOnlyProofOfLossFails() {
        KeptRuns runs = new KeptRuns(api, 20);
        String before = runs.run("p".repeat(20));
        String after = runs.run("p".repeat(20));

        assertThat(gate(after, before, Map.of("verdict", "not_worse", "margin", 0.01))
                        .text("result"))
                .isEqualTo("inconclusive");
        assertThat(gate(after, before, Map.of("verdict", "better")).text("result"))
                .isEqualTo("inconclusive");
        assertThat(gate(after, before, Map.of("verdict", "not_proven_worse")).text("result"))
                .isEqualTo("pass");
        assertThat(gate(after, before, Map.of("verdict", "not_worse", "margin", 0.2))
                        .text("result"))
                .isEqualTo("pass");
    }

    @Test
    void theWorstRuleDecidesAndTheStatusFollowsItWhereAsked() {
        KeptRuns runs = new KeptRuns(api, 4);
        String run = runs.run("ppf ");
        Map<String, Object> rules = Map.of("min_pass_rate", 0.9);

        Answer failed = api.post("/test_runs/" + run + "/gate?fail_status=409&inconclusive_status=424", rules(rules));
        assertThat(failed.status()).isEqualTo(409);
        assertThat(failed.text("result")).isEqualTo("fail");
        assertThat(failed.at("reasons")).hasSize(2);
        assertThat(rule(failed, "max_not_run").path("result").asString()).isEqualTo("inconclusive");
        Answer inconclusive = api.post(
                "/test_runs/" + run + "/gate?fail_status=409&inconclusive_status=424",
                rules(Map.of("min_pass_rate", 0.5)));
        assertThat(inconclusive.status()).isEqualTo(424);
        Answer passed = api.post(
                "/test_runs/" + run + "/gate?fail_status=409", rules(Map.of("min_pass_rate", 0.5, "max_not_run", 1)));
        assertThat(passed.status()).isEqualTo(200);
        assertThat(passed.text("result")).isEqualTo("pass");
        assertThat(passed.at("reasons")).isEmpty();
        assertThat(passed.at("comparison").isNull()).isTrue();
        assertThat(api.post("/test_runs/" + run + "/gate?fail_status=302", rules(rules))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void unknownCostAndLatencyAreInconclusiveAndErrorsAreCounted() {
        KeptRuns runs = new KeptRuns(api, 4);
        String run = runs.run("pppe");

        Answer gate = api.post(
                "/test_runs/" + run + "/gate",
                rules(Map.of("max_cost", 1, "max_latency_p95_ms", 100, "max_error_rate", 0.2)));

        assertThat(rule(gate, "max_cost").path("result").asString()).isEqualTo("inconclusive");
        assertThat(rule(gate, "max_cost").path("observed").isNull()).isTrue();
        assertThat(rule(gate, "max_latency_p95_ms").path("result").asString()).isEqualTo("inconclusive");
        assertThat(rule(gate, "max_error_rate").path("result").asString()).isEqualTo("fail");
        assertThat(rule(gate, "max_error_rate").path("observed").asDouble()).isEqualTo(0.25);
        assertThat(gate.text("result")).isEqualTo("fail");
    }

    @Test
    void aBlockerMustPassUnlessItIsInQuarantine() {
        KeptRuns runs = new KeptRuns(api, 4);
        api.post("/tags/Test/" + runs.tests().getFirst(), Map.of("name", "Blocker"));
        String run = runs.run("fppp");
        Map<String, Object> rules = Map.of("blockers", "blocker", "min_pass_rate", 1);

        Answer failed = api.post("/test_runs/" + run + "/gate", rules(rules));
        assertThat(rule(failed, "blockers").path("result").asString()).isEqualTo("fail");
        assertThat(rule(failed, "blockers").path("observed").asInt()).isEqualTo(1);
        assertThat(failed.text("result")).isEqualTo("fail");

        api.post("/tests/" + runs.tests().getFirst() + "/quarantine", Map.of("reason", "Known to be wrong"));
        assertThat(api.post("/test_runs/" + run + "/gate", rules(rules)).text("result"))
                .isEqualTo("pass");
    }

    @Test
    void rulesThatAskForNothingOrForTooLittleAreRefused() {
        KeptRuns runs = new KeptRuns(api, 2);
        String run = runs.run("pp");
        String other = runs.run("pp");

        assertThat(api.post("/test_runs/" + run + "/gate", Map.of()).status()).isEqualTo(422);
        for (Map<String, ?> bad : List.<Map<String, ?>>of(
                Map.of(),
                Map.of("margin", 0.1),
                Map.of("min_pas_rate", 0.9),
                Map.of("min_pass_rate", 0.9, "colour", "red"),
                Map.of("verdict", "not_worse"),
                Map.of("verdict", "nicer"),
                Map.of("min_pass_rate", 2),
                Map.of("verdict", "better", "alpha", 0.5))) {
            assertThat(gate(run, other, bad).status()).as(bad.toString()).isEqualTo(422);
        }
        assertThat(gate(run, null, Map.of("verdict", "better")).badFields()).containsExactly("body.baseline");
        assertThat(gate(run, other, Map.of("min_pas_rate", 0.9)).badFields())
                .containsExactly("body.rules.min_pas_rate");
        assertThat(gate(run, "nightly", Map.of("verdict", "better")).status()).isEqualTo(422);
        assertThat(organizations
                        .create()
                        .post("/test_runs/" + run + "/gate", rules(Map.of("min_pass_rate", 0.9)))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void junitNamesEachTestOnce() throws Exception {
        KeptRuns runs = new KeptRuns(api, 6);
        String before = runs.run("p".repeat(6));
        String after = runs.run("pfepp ");
        runs.repeat(after, runs.tests().get(3), 'f', 2);
        api.post("/tests/" + runs.tests().get(4) + "/quarantine", Map.of("reason", "Known \u0001 to be wrong"));

        Element suite = junit(after, before, Map.of("verdict", "not_proven_worse"));

        SurefireSchema.assertFollowedBy(suite);
        assertThat(suite.getElementsByTagName("flakyFailure").getLength()).isZero();
        assertThat(attributes(suite, "tests", "failures", "errors", "skipped")).containsExactly("6", "2", "1", "2");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(6);
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertThat(attributes(failure, "type", "message")).containsExactly("Correct", "as told");
        assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo("Question 2");
        assertThat(((Element) failure.getParentNode()).getAttribute("classname"))
                .isEqualTo("Even");
        assertThat(suite.getElementsByTagName("error").getLength()).isEqualTo(1);
        assertThat(suite.getElementsByTagName("skipped").getLength()).isEqualTo(2);
        assertThat(properties(suite))
                .containsEntry("verdict", "cannot_tell")
                .containsKeys("gate.result", "delta", "p_value");
    }

    @Test
    void aRepetitionThatFailedInAPassIsFlaky() throws Exception {
        KeptRuns runs = new KeptRuns(api, 1);
        api.put("/tests/" + runs.tests().getFirst(), Map.of("pass_rule", "any"));
        String run = runs.run("p");
        runs.repeat(run, runs.tests().getFirst(), 'f', 2);
        runs.repeat(run, runs.tests().getFirst(), 'e', 3);

        Element suite = junit(run, null, Map.of("min_pass_rate", 1));

        SurefireSchema.assertFollowedBy(suite);
        assertThat(attributes(suite, "tests", "failures", "errors", "skipped")).containsExactly("1", "0", "0", "0");
        assertThat(suite.getElementsByTagName("flakyFailure").getLength()).isEqualTo(2);
        Element flaky = (Element) suite.getElementsByTagName("flakyFailure").item(0);
        assertThat(attributes(flaky, "type", "message")).containsExactly("Correct", "as told");
    }

    @Test
    void markdownFitsAMergeRequestAndNobodyIsMentionedByAModel() {
        KeptRuns runs = new KeptRuns(
                api,
                IntStream.rangeClosed(1, 30)
                        .mapToObj(number -> Map.<String, Object>of(
                                "prompt",
                                Map.of("content", "Ask @octocat ![x](https://evil.example/x.png) `" + number)))
                        .toList());
        String before = runs.run("p".repeat(30));
        String after = runs.run("f".repeat(30));

        String report = api.with("Accept", MediaType.TEXT_MARKDOWN_VALUE)
                .text("/test_runs/" + after + "/gate", request(before, Map.of("verdict", "not_proven_worse")));

        assertThat(report.lines().count()).isLessThanOrEqualTo(60);
        assertThat(report).startsWith("## Gate: ❌ fail").contains("30 of 30 paired tests regressed", "and 10 more");
        assertThat(report.replaceAll("(`+) ?.*?[^`]\\1(?!`)", "")).doesNotContain("@", "![", "https:");
    }

    @Test
    void aRunIsWaitedFor() {
        FakeTarget target = FakeTarget.start().answering(call -> FakeTarget.Reply.hanging());
        try (target) {
            Runs runs = new Runs(api);
            String set = runs.set("Question", 2);
            runs.judgeSet(set, runs.assertion("Echoes", "contains", "Question"));
            String run = runs.start(set, runs.endpoint("Bot", target.url()), Map.of());
            Map<String, Object> body = rules(Map.of("min_pass_rate", 1));
            assertThat(api.post("/test_runs/" + run + "/gate?wait=1", body).status())
                    .isEqualTo(409);
            assertThat(api.post("/test_runs/" + run + "/gate?wait=601", body).status())
                    .isEqualTo(400);
        }
        Runs runs = new Runs(api);
        String set = runs.set("Question", 2);
        String run = runs.start(set, runs.model("Nobody", "http://127.0.0.2:1"), Map.of());
        Answer gate = api.post("/test_runs/" + run + "/gate?wait=120", rules(Map.of("max_error_rate", 0.5)));
        assertThat(gate.status()).isEqualTo(200);
        assertThat(gate.text("result")).isEqualTo("fail");
    }

    private Answer gate(String run, @Nullable String baseline, Map<String, ?> rules) {
        return api.post("/test_runs/" + run + "/gate", request(baseline, rules));
    }

    private static Map<String, Object> rules(Map<String, ?> rules) {
        return request(null, rules);
    }

    private static Map<String, Object> request(@Nullable String baseline, Map<String, ?> rules) {
        Map<String, Object> request = new HashMap<>(Map.of("rules", rules));
        if (baseline != null) {
            request.put("baseline", baseline);
        }
        return request;
    }

    private static JsonNode rule(Answer gate, String name) {
        return gate.at("rules")
                .valueStream()
                .filter(rule -> rule.path("rule").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule " + name + " in " + gate));
    }

    private Element junit(String run, @Nullable String baseline, Map<String, ?> rules) throws Exception {
        String report = api.with("Accept", MediaType.APPLICATION_XML_VALUE)
                .text("/test_runs/" + run + "/gate", request(baseline, rules));
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(report)))
                .getDocumentElement();
    }

    private static List<String> attributes(Element element, String... names) {
        return List.of(names).stream().map(element::getAttribute).toList();
    }

    private static Map<String, String> properties(Element suite) {
        Map<String, String> all = new HashMap<>();
        var found = suite.getElementsByTagName("property");
        for (int place = 0; place < found.getLength(); place++) {
            Element property = (Element) found.item(place);
            all.put(property.getAttribute("name"), property.getAttribute("value"));
        }
        return all;
    }
}
