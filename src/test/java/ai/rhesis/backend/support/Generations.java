package ai.rhesis.backend.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/// Generations of test sets in a project of one organization, as a client makes and follows them.
public record Generations(Api api, String project) {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private static final Map<String, Object> CONFIG = Map.of(
            "generation_prompt", "A bot of a shop",
            "requirements", List.of("Reliability", "Compliance"),
            "categories", List.of("Harmless", "Harmful"),
            "topics", List.of("Returns", "Payment"));

    /// Makes a project, and chooses a model that is called at this address.
    public static Generations of(Api api, String modelUrl) {
        new Runs(api).chooseModel("generation", modelUrl);
        return new Generations(api, api.create("/projects", Map.of("name", "Shop")));
    }

    /// Asks for a set of so many tests; `more` replaces what is asked for otherwise.
    public Answer start(int tests, Map<String, ?> more) {
        Map<String, Object> body =
                new HashMap<>(Map.of("name", "Generated", "project_id", project, "num_tests", tests, "config", CONFIG));
        body.putAll(more);
        return api.post("/test_sets/generate", body);
    }

    public Answer job(Answer started) {
        return api.get("/jobs/" + started.text("task_id"));
    }

    public Answer set(Answer started) {
        return api.get("/test_sets/" + started.text("test_set_id"));
    }

    /// The job once it has ended.
    public Answer await(Answer started) {
        return await(started, job -> !List.of("PENDING", "PROGRESS").contains(job.text("status")));
    }

    /// The job once it is as it shall be; the failure names the last answer.
    public Answer await(Answer started, Predicate<Answer> condition) {
        return Awaitility.await("generation " + started)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .atMost(TIMEOUT)
                .until(() -> job(started), condition);
    }

    /// Waits until the model was asked.
    public void awaitCall(FakeModelServer server) {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .atMost(TIMEOUT)
                .until(() -> !server.received().isEmpty());
    }

    /// What all tests of the set say.
    public List<String> prompts(Answer started) {
        List<String> all = new ArrayList<>();
        String path = "/test_sets/" + started.text("test_set_id") + "/tests?limit=100&skip=";
        for (Answer page = api.get(path + 0); page.size() > 0; page = api.get(path + all.size())) {
            page.json().forEach(test -> all.add(test.at("/prompt/content").asString()));
        }
        return all;
    }
}
