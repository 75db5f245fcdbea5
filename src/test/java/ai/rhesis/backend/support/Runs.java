package ai.rhesis.backend.support;

import ai.rhesis.backend.platform.tenancy.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/// Runs of one organization, as a client makes and follows them.
public final class Runs {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Api api;

    public Runs(Api api) {
        this.api = api;
    }

    /// A model that is called at this address, to be tested or to judge.
    public String model(String name, String url) {
        return api.create(
                "/models",
                Map.of(
                        "name",
                        name,
                        "provider",
                        "openai",
                        "model_name",
                        "fake",
                        "key",
                        "sk-1",
                        "endpoint",
                        url + "/v1"));
    }

    /// Makes the caller's choice for a purpose, such as `generation`, a model that is called at this address.
    public void chooseModel(String purpose, String url) {
        String model = model("For " + purpose, url);
        api.patch("/users/settings", Map.of("models", Map.of(purpose, Map.of("model_id", model))));
    }

    /// An endpoint that is sent `{"input": …}` and answers `{"output": …}`.
    public String endpoint(String name, String url) {
        return endpoint(name, "REST", url, Map.of("input", "{{ input }}"));
    }

    public String endpoint(String name, String type, String url, Map<String, ?> mapping) {
        return api.create(
                "/endpoints",
                Map.of(
                        "name",
                        name,
                        "connection_type",
                        type,
                        "url",
                        url,
                        "method",
                        "POST",
                        "request_mapping",
                        mapping,
                        "response_mapping",
                        Map.of("output", "$.output")));
    }

    /// A metric without a model: `contains`, `equals` …
    public String assertion(String name, String className, String value) {
        return api.create(
                "/metrics",
                Map.of(
                        "name",
                        name,
                        "evaluation_prompt",
                        value,
                        "score_type",
                        "binary",
                        "metric_scope",
                        List.of("Single-Turn", "Multi-Turn"),
                        "backend_type",
                        "rhesis",
                        "class_name",
                        className));
    }

    /// A metric that a model judges by.
    public String judge(String name, Map<String, ?> more) {
        Map<String, Object> metric = new HashMap<>(Map.of(
                "name", name,
                "evaluation_prompt", "Is the answer polite?",
                "score_type", "binary",
                "metric_scope", List.of("Single-Turn", "Multi-Turn"),
                "backend_type", "custom"));
        metric.putAll(more);
        return api.create("/metrics", metric);
    }

    /// A set of tests that say `<prefix> 1`, `<prefix> 2` …, with nothing that judges them.
    public String set(String prefix, int tests) {
        return set(tests, number -> Map.of("prompt", Map.of("content", prefix + " " + number)));
    }

    public String set(int tests, Function<Integer, Map<String, ?>> test) {
        List<Map<String, ?>> all = IntStream.rangeClosed(1, tests)
                .boxed()
                .<Map<String, ?>>map(test)
                .toList();
        return api.create(
                "/test_sets/bulk",
                Map.of("name", "Set " + System.nanoTime(), "test_set_type", "Single-Turn", "tests", all));
    }

    public void judgeSet(String set, String... metrics) {
        for (String metric : metrics) {
            api.post("/test_sets/" + set + "/metrics/" + metric, null);
        }
    }

    /// Starts a run and answers its id.
    public String start(String set, String target, Map<String, ?> body) {
        Answer started = api.post("/test_sets/" + set + "/execute/" + target, body);
        if (started.status() != 200) {
            throw new AssertionError("not started: " + started);
        }
        return String.valueOf(started.text("test_run_id"));
    }

    public Answer get(String run) {
        return api.get("/test_runs/" + run);
    }

    /// The tenant of whoever started the run, to do what the application does with it without a request.
    public Tenant tenantOf(String run) {
        Answer answer = get(run);
        return new Tenant(
                UUID.fromString(String.valueOf(answer.text("organization_id"))),
                UUID.fromString(String.valueOf(answer.text("user_id"))));
    }

    /// The run once it is finished.
    public Answer await(String run) {
        return await(run, answer -> !List.of("Queued", "Progress").contains(answer.text("state")));
    }

    /// The run once it is as it shall be; the failure names the last answer.
    public Answer await(String run, Predicate<Answer> condition) {
        return Awaitility.await("run " + run)
                .dontCatchUncaughtExceptions()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .atMost(TIMEOUT)
                .until(() -> get(run), condition);
    }

    /// All results of a run, in the order in which they were written.
    public List<JsonNode> results(String run) {
        List<JsonNode> all = new ArrayList<>();
        String path = "/test_results?limit=100&sort_by=created_at&sort_order=asc&$filter={filter}&skip=";
        for (Answer page = api.get(path + 0, "test_run_id eq '" + run + "'");
                page.size() > 0;
                page = api.get(path + all.size(), "test_run_id eq '" + run + "'")) {
            page.json().forEach(all::add);
        }
        return all;
    }
}
