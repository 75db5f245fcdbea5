package ai.rhesis.backend.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Runs of one test set that a client keeps, with the outcomes that a test wants.
public final class KeptRuns {

    private final Api api;
    private final String configuration;
    private final List<String> tests;

    public final String set;

    public KeptRuns(Api api, int tests) {
        this(
                api,
                IntStream.rangeClosed(1, tests)
                        .mapToObj(number -> Map.<String, Object>of(
                                "prompt",
                                Map.of("content", "Question " + number),
                                "requirement",
                                number % 2 == 0 ? "Even" : "Odd"))
                        .toList());
    }

    public KeptRuns(Api api, List<Map<String, Object>> tests) {
        this.api = api;
        set = api.create("/test_sets/bulk", Map.of("name", "Compared", "test_set_type", "Single-Turn", "tests", tests));
        String endpoint = api.create(
                "/endpoints", Map.of("name", "Bot", "connection_type", "REST", "url", "https://bot.example/ask"));
        configuration = api.create("/test_configurations", Map.of("endpoint_id", endpoint, "test_set_id", set));
        this.tests = new ArrayList<>();
        for (int skip = 0; skip < tests.size(); skip += 100) {
            api.get("/test_sets/" + set + "/tests?limit=100&skip=" + skip)
                    .json()
                    .forEach(test -> this.tests.add(test.path("id").asString()));
        }
    }

    public List<String> tests() {
        return tests;
    }

    /// A run with one result per letter: `p` passed, `f` failed, `e` ended in an error, a blank has none.
    public String run(String outcomes) {
        String run = api.create("/test_runs", Map.of("test_configuration_id", configuration));
        for (int place = 0; place < outcomes.length(); place++) {
            if (outcomes.charAt(place) != ' ') {
                keep(run, tests.get(place), outcomes.charAt(place), null);
            }
        }
        return run;
    }

    public Answer keep(String run, String test, char outcome, @Nullable Double score) {
        return post(run, test, outcome, score, 1);
    }

    /// A further repetition of a test.
    public Answer repeat(String run, String test, char outcome, int repetition) {
        return post(run, test, outcome, null, repetition);
    }

    /// A passed test that took so long.
    public Answer time(String run, String test, long millis) {
        return api.post(
                "/test_results",
                Map.of(
                        "test_configuration_id", configuration,
                        "test_run_id", run,
                        "test_id", test,
                        "test_metrics",
                                Map.of(
                                        "execution_time",
                                        millis,
                                        "metrics",
                                        Map.of("Correct", Map.of("is_successful", true)))));
    }

    private Answer post(String run, String test, char outcome, @Nullable Double score, int repetition) {
        Map<String, Object> result = new HashMap<>(Map.of(
                "test_configuration_id", configuration,
                "test_run_id", run,
                "test_id", test,
                "repetition", repetition,
                "test_output", Map.of("output", "It is " + outcome)));
        if (outcome != 'e') {
            Map<String, Object> metric = new HashMap<>(Map.of("is_successful", outcome == 'p', "reason", "as told"));
            if (score != null) {
                metric.put("score", score);
            }
            result.put("test_metrics", Map.of("metrics", Map.of("Correct", metric)));
        }
        return api.post("/test_results", result);
    }
}
