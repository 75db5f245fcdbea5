package ai.rhesis.backend.support;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The spans of one trace as the SDK sends them. Each begins as many seconds after the first as its number says,
/// and takes one.
public record SentSpans(String project, String traceId) {

    private static final Instant BEGIN = Instant.parse("2026-11-27T04:00:00Z");

    public static SentSpans of(String project) {
        return new SentSpans(project, UUID.randomUUID().toString().replace("-", ""));
    }

    public Map<String, Object> root(int number) {
        return span(number, null, Map.of());
    }

    public Map<String, Object> child(int number, int parent) {
        return span(number, id(parent), Map.of());
    }

    /// A span that can be changed.
    public Map<String, Object> span(int number, @Nullable String parent, Map<String, ?> attributes) {
        Map<String, Object> span = new HashMap<>();
        span.put("trace_id", traceId);
        span.put("span_id", id(number));
        span.put("parent_span_id", parent);
        span.put("project_id", project);
        span.put("span_name", "function.step_" + number);
        span.put("start_time", BEGIN.plusSeconds(number).toString());
        span.put("end_time", BEGIN.plusSeconds(number + 1).toString());
        span.put("attributes", attributes);
        return span;
    }

    public static String id(int number) {
        return "%016x".formatted(number + 1);
    }

    public static Answer send(Api api, List<? extends Map<String, ?>> spans) {
        return api.post("/telemetry/traces", Map.of("spans", spans));
    }
}
