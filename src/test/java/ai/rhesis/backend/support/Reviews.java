package ai.rhesis.backend.support;

import java.util.Map;

/// Reviews of results, as a client writes them, and the statuses that they name.
public final class Reviews {

    /// A review of the whole result.
    public static final Map<String, String> WHOLE = Map.of("type", "test_result");

    private Reviews() {}

    /// A review of one metric of the result.
    public static Map<String, String> ofMetric(String name) {
        return Map.of("type", "metric", "reference", name);
    }

    /// The id of the status with this name, of an entity such as `TestResult`.
    public static String status(Api api, String entity, String name) {
        Answer found = api.get("/statuses?entity_type=" + entity + "&$filter={filter}", "name eq '" + name + "'");
        String id = found.text("0.id");
        if (id == null) {
            throw new AssertionError("no status " + name + " of " + entity + ": " + found);
        }
        return id;
    }

    /// Says of a result, or of what `target` names in it, that it has this status.
    public static Answer post(Api reviewer, String result, String status, Map<String, ?> target) {
        Answer review = reviewer.post(
                "/test_results/" + result + "/reviews",
                Map.of("status_id", status(reviewer, "TestResult", status), "comments", "Seen", "target", target));
        if (review.status() != 200) {
            throw new AssertionError("not reviewed: " + review);
        }
        return review;
    }
}
