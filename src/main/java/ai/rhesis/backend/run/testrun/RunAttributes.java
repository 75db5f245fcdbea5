package ai.rhesis.backend.run.testrun;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The attributes of a run and of its configuration: those that clients keep, and what the run tells of
/// itself under the names that clients look for. What it tells is never stored.
final class RunAttributes {

    private static final Set<String> TOLD =
            Set.of("started_at", "completed_at", "total_tests", "task_id", "execution_mode");

    private RunAttributes() {}

    /// Returns the attributes as a client means them, who may have read what the run tells among them.
    static @Nullable Map<String, @Nullable Object> own(@Nullable Map<String, @Nullable Object> sent) {
        if (sent == null) {
            return null;
        }
        Map<String, @Nullable Object> own = new LinkedHashMap<>(sent);
        own.keySet().removeAll(TOLD);
        return own;
    }

    static Map<String, @Nullable Object> of(TestRunView view) {
        TestRun run = view.run();
        Map<String, @Nullable Object> all = copy(run.getAttributes());
        putKnown(all, "started_at", run.getStartedAt());
        putKnown(all, "completed_at", run.getCompletedAt());
        putKnown(all, "total_tests", view.stats().total());
        putKnown(all, "task_id", run.isExecuted() ? run.getId() : null);
        putKnown(all, "execution_mode", run.getMode().executionMode());
        return all;
    }

    static Map<String, @Nullable Object> ofConfiguration(TestRunView view) {
        TestRun run = view.run();
        ConfigurationReference configuration = view.configuration();
        Map<String, @Nullable Object> all = copy(configuration == null ? null : configuration.attributes());
        putKnown(all, "execution_mode", run.getMode().executionMode());
        putKnown(all, "metrics_source", run.getMode().metricsSource());
        if (run.isExecuted()) {
            all.put("is_rescore", run.getReferenceTestRunId() != null);
        }
        return all;
    }

    /// Returns the attributes of the test set, whose number of tests is that of the version that was run.
    static Map<String, @Nullable Object> ofTestSet(TestRunView view) {
        Map<String, @Nullable Object> all =
                copy(view.testSet() == null ? null : view.testSet().attributes());
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        if (all.get("metadata") instanceof Map<?, ?> kept) {
            kept.forEach((key, value) -> metadata.put(String.valueOf(key), value));
        }
        putKnown(metadata, "total_tests", view.setSize());
        all.put("metadata", metadata);
        return all;
    }

    private static Map<String, @Nullable Object> copy(@Nullable Map<String, @Nullable Object> kept) {
        return new LinkedHashMap<>(kept == null ? Map.of() : kept);
    }

    private static void putKnown(Map<String, @Nullable Object> attributes, String key, @Nullable Object value) {
        if (value != null) {
            attributes.put(key, value);
        }
    }
}
