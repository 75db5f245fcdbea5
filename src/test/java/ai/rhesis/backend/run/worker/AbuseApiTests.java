package ai.rhesis.backend.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.FakeTarget.Reply;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Small requests with much work in them, while health and another organization are asked.
@IntegrationTest
class AbuseApiTests {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int AT_ONCE = 4;
    private static final String BOMB =
            "{% set a = [0,0,0,0,0,0,0,0,0,0] %}" + "{% set a = [a,a,a,a,a,a,a,a,a,a] %}".repeat(11) + "{{ a }}";
    private static final String INDEXING = "{{ [" + "input[450000],".repeat(119) + "input[450000]] }}";

    @Autowired
    Organizations organizations;

    final FakeTarget target = FakeTarget.start();
    final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Api greedy;
    Api other;
    String otherProject;

    @BeforeEach
    void twoOrganizations() {
        greedy = organizations.create();
        other = organizations.create();
        otherProject = other.create("/projects", Map.of("name", "Peace"));
    }

    @AfterEach
    void stop() {
        target.close();
        threads.shutdownNow();
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
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
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
        List<Future<Answer>> asked = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            asked.add(threads.submit(request));
        }
        do {
            requireSoon("/health/live", organizations.anonymous());
            requireSoon("/projects/" + otherProject, other);
        } while (!asked.stream().allMatch(Future::isDone));
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> one : asked) {
            answers.add(one.get());
        }
        return answers;
    }

    private void requireSoon(String path, Api api) throws Exception {
        Answer answer =
                CompletableFuture.supplyAsync(() -> api.get(path), threads).get(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(answer.status()).isEqualTo(200);
    }
}
