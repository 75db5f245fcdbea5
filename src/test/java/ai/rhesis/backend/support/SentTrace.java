package ai.rhesis.backend.support;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A trace that an application sends, span by span: each is named by a letter.
public final class SentTrace {

    public static final Instant BEGIN = Instant.parse("2026-11-27T04:00:00Z");

    private final Api api;
    private final String project;
    private final String traceId = UUID.randomUUID().toString().replace("-", "");
    private final Map<String, Object> source = new LinkedHashMap<>();
    private final List<Map<String, ?>> spans = new ArrayList<>();

    public SentTrace(Api api, String project) {
        this.api = api;
        this.project = project;
        source.put("rhesis.project.id", project);
    }

    public String traceId() {
        return traceId;
    }

    public SentTrace from(String environment) {
        source.put("deployment.environment.name", environment);
        return this;
    }

    /// Adds a span that begins so many milliseconds after the first moment and takes so long.
    public SentTrace span(String letter, @Nullable String parent, int begin, int millis, Map<String, ?> attributes) {
        return span(letter, parent, begin, millis, attributes, Map.of());
    }

    /// The same with other keys, such as `status`.
    public SentTrace span(
            String letter,
            @Nullable String parent,
            int begin,
            int millis,
            Map<String, ?> attributes,
            Map<String, ?> more) {
        Map<String, Object> span = new LinkedHashMap<>();
        span.put("traceId", traceId);
        span.put("spanId", spanId(letter));
        span.put("name", "step " + letter);
        span.put("kind", 1);
        span.put("startTimeUnixNano", nanos(begin));
        span.put("endTimeUnixNano", nanos(begin + millis));
        span.put("attributes", attributes(attributes));
        if (parent != null) {
            span.put("parentSpanId", spanId(parent));
        }
        span.putAll(more);
        spans.add(span);
        return this;
    }

    public static String spanId(String letter) {
        return "%016x".formatted(letter.hashCode() + 1L);
    }

    /// Sends what was added since the last time.
    public SentTrace send() {
        Answer answer = api.post(
                "/v1/traces",
                Map.of(
                        "resourceSpans",
                        List.of(Map.of(
                                "resource",
                                Map.of("attributes", attributes(source)),
                                "scopeSpans",
                                List.of(Map.of("spans", spans))))));
        if (answer.status() != 200 || answer.json().has("partialSuccess")) {
            throw new AssertionError(answer.toString());
        }
        spans.clear();
        return this;
    }

    public Answer read() {
        return api.get("/telemetry/traces/" + traceId + "?project_id=" + project);
    }

    private static String nanos(int millis) {
        return BEGIN.plusMillis(millis).toEpochMilli() + "000000";
    }

    private static List<Map<String, ?>> attributes(Map<String, ?> attributes) {
        return attributes.entrySet().stream()
                .<Map<String, ?>>map(one -> Map.of("key", one.getKey(), "value", value(one.getValue())))
                .toList();
    }

    private static Map<String, ?> value(Object value) {
        return value instanceof Integer number
                ? Map.of("intValue", number.toString())
                : Map.of("stringValue", value.toString());
    }
}
