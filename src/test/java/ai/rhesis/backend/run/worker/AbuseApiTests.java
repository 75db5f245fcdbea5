package ai.rhesis.backend.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.Bystanders;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.FakeTarget.Reply;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Small requests with much work in them, while health and another organization are asked.
@IntegrationTest
class AbuseApiTests {

    private static final int AT_ONCE = 4;
    private static final String BOMB =
            "{% set a = [0,0,0,0,0,0,0,0,0,0] %}" + "{% set a = [a,a,a,a,a,a,a,a,a,a] %}".repeat(11) + "{{ a }}";
    private static final String INDEXING = "{{ [" + "input[450000],".repeat(119) + "input[450000]] }}";

    @Autowired
    Organizations organizations;

    final FakeTarget target = FakeTarget.start();

    Bystanders bystanders;
    Api greedy;

    @BeforeEach
    void twoOrganizations() {
        greedy = organizations.create();
        bystanders = new Bystanders(organizations);
    }

    @AfterEach
    void stop() {
        target.close();
        bystanders.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "{{ 1 }}"})
    void templateBombsOfRequestsAreRefused(String before) throws Exception {
        String template = before + BOMB;
        List<Answer> answers =
                whileOthersAreServed(() -> invoke(Map.of("request_mapping", Map.of("q", template)), "Hi"));
        assertThat(answers).allMatch(answer -> answer.status() == 422);
    }

    @Test
    void indexingALongInputIsRefusedWithItsBound() throws Exception {
        List<Answer> answers = whileOthersAreServed(
                () -> invoke(Map.of("request_mapping", Map.of("q", INDEXING)), "x".repeat(900_000)));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().toString()).contains("20,000,000 steps");
        });
    }

    @Test
    void templateBombsOfAnswersAreRefused() throws Exception {
        List<Answer> answers =
                whileOthersAreServed(() -> invoke(Map.of("response_mapping", Map.of("output", BOMB)), "Hi"));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.badFields()).containsExactly("body.response_mapping");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$.max($.deep)",
                "$.max($..*)",
                "$.concat($..*, $..*)",
                "$..*..*..*..*",
                "$.sum($..*, $..*, $..*)",
                "$.deep.index('x')"
            })
    void pathsWithFunctionsAreNoServerError(String path) throws Exception {
        Object deep = "x".repeat(1_000);
        for (int level = 0; level < 100; level++) {
            deep = List.of(deep, level);
        }
        Map<String, Object> answered = Map.of("deep", deep);
        target.answering(call -> Reply.json(answered));
        List<Answer> answers =
                whileOthersAreServed(() -> invoke(Map.of("response_mapping", Map.of("output", path)), "Hi"));
        assertThat(answers).noneMatch(answer -> answer.status() == 500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"regex", "is-json"})
    void endlessValuesOfAssertionsAreSavedOrRefusedSoon(String assertion) throws Exception {
        String value = assertion.equals("regex") ? "{".repeat(600_000) : circles();
        List<Answer> answers = whileOthersAreServed(() -> greedy.post(
                "/metrics",
                Map.of("name", "m" + System.nanoTime(), "class_name", assertion, "evaluation_prompt", value)));
        assertThat(answers).allMatch(answer -> answer.status() == 422 || answer.status() == 200);
    }

    @Test
    void endlessMetricsAreErrorsOfTheirResultsAndHoldNobodyElse() throws Exception {
        target.answering(call -> Reply.output("{\"a\": \"" + "a".repeat(5_000) + "!\"}"));
        List<Answer> runs = whileOthersAreServed(() -> {
            Runs mine = new Runs(greedy);
            String set = mine.set("Hello", 3);
            mine.judgeSet(set, endlessMetrics(mine));
            return mine.await(mine.start(set, mine.endpoint("Bot" + System.nanoTime(), target.url()), Map.of()));
        });
        Answer results = greedy.get("/test_results?limit=100");
        assertThat(runs)
                .allSatisfy(run -> assertThat(run.at("stats.errors").asInt()).isEqualTo(3));
        assertThat(results.json().toString()).contains("too_complex").doesNotContain("internal");
    }

    @Test
    void cancellationDoesNotWaitForEndlessMetrics() throws Exception {
        target.answering(call -> Reply.output("a".repeat(5_000) + "!"));
        Runs mine = new Runs(greedy);
        String set = mine.set("Hello", 50);
        mine.judgeSet(set, endlessMetrics(mine));
        String run = mine.start(set, mine.endpoint("Bot", target.url()), Map.of());
        mine.await(run, answer -> "Progress".equals(answer.text("state")));
        long begin = System.nanoTime();
        assertThat(greedy.post("/test_runs/" + run + "/cancel", null).text("state"))
                .isEqualTo("Cancelled");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Bystanders.SOON);
    }

    @Test
    void whatWasCancelledIsNotJudgedOn() {
        Runs mine = new Runs(greedy);
        String run = startedEndlessly(mine, Map.of());
        greedy.post("/test_runs/" + run + "/cancel", null);
        int written = mine.results(run).size();
        assertOwnWorkIsDoneSoon();
        assertThat(mine.results(run)).hasSizeLessThanOrEqualTo(written);
        assertThat(mine.get(run).text("state")).isEqualTo("Cancelled");
    }

    @Test
    void theDeadlineDoesNotWaitForEndlessMetrics() {
        Runs mine = new Runs(greedy);
        long begin = System.nanoTime();
        String run = startedEndlessly(mine, Map.of("execution_options", Map.of("deadline_seconds", 3)));
        Answer done = mine.await(run);
        // a node looks at the clock every two seconds, and writes what is left at once
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3 + 2 + 5));
        assertThat(done.text("state")).isEqualTo("Failed");
        assertThat(mine.results(run))
                .hasSize(100)
                .extracting(result -> result.path("error_type").asString(""))
                .contains("deadline");
        assertOwnWorkIsDoneSoon();
    }

    private String startedEndlessly(Runs mine, Map<String, ?> options) {
        target.answering(call -> Reply.output("a".repeat(5_000) + "!"));
        String set = mine.set("Hello", 100);
        // each goes back over the text until its time is up
        mine.judgeSet(
                set,
                mine.assertion("one", "regex", "^(a+)+\\1?!!$"),
                mine.assertion("two", "regex", "^(?:a?){300}(?:a+)+\\2?#(b)$"));
        String run = mine.start(set, mine.endpoint("Bot", target.url()), options);
        mine.await(
                run,
                answer -> "Progress".equals(answer.text("state"))
                        && target.calls().size() > 4);
        return run;
    }

    /// What the same organization asks for afterwards waits for nothing that was given up.
    private void assertOwnWorkIsDoneSoon() {
        target.answering(call -> Reply.output("Hi"));
        long begin = System.nanoTime();
        assertThat(invoke(Map.of("request_mapping", Map.of("q", "{{ input }}")), "Hi")
                        .status())
                .isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Bystanders.SOON.multipliedBy(2));
    }

    private String[] endlessMetrics(Runs runs) {
        return new String[] {
            runs.assertion("r" + System.nanoTime(), "regex", "^(?:\\W|(?:(?:a?)+)+)+$|(a*)*b"),
            runs.assertion("s" + System.nanoTime(), "is-json", circles()),
        };
    }

    /// Definitions that refer to each other, eleven levels deep.
    private static String circles() {
        StringBuilder schema = new StringBuilder("{\"$ref\": \"#/definitions/d0\", \"definitions\": {");
        for (int level = 0; level < 11; level++) {
            String next = "{\"$ref\": \"#/definitions/d" + (level + 1) + "\"}";
            schema.append("\"d%d\": {\"allOf\": [%s]},".formatted(level, (next + ",").repeat(9) + next));
        }
        return schema + "\"d11\": {\"not\": {\"type\": \"boolean\"}}}}";
    }

    private Answer invoke(Map<String, ?> mappings, String input) {
        Map<String, Object> endpoint = new HashMap<>(mappings);
        endpoint.putAll(Map.of("name", "Bot", "connection_type", "REST", "url", target.url(), "input", input));
        return greedy.post("/endpoints/test", endpoint);
    }

    /// The answers to the same request several times at once.
    private List<Answer> whileOthersAreServed(Callable<Answer> request) throws Exception {
        return bystanders.whileServed(AT_ONCE, request);
    }
}
