package ai.rhesis.backend.support;

import ai.rhesis.backend.trace.span.PlacedSpan;
import ai.rhesis.backend.trace.span.RawSpan;
import ai.rhesis.backend.trace.span.SpanKind;
import ai.rhesis.backend.trace.span.StatusCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Spans for tests. Each begins as many seconds after the first as its number says, and takes one.
public record Spans(UUID projectId, String traceId) {

    public static final Instant BEGIN = Instant.parse("2026-11-27T04:00:00Z");

    private static final JsonMapper JSON = JsonMapper.shared();

    public static Spans of(UUID projectId) {
        return new Spans(projectId, UUID.randomUUID().toString().replace("-", ""));
    }

    public PlacedSpan root(int number) {
        return span(number, null, JSON.createObjectNode());
    }

    public PlacedSpan child(int number, int parent) {
        return span(number, SentSpans.id(parent), JSON.createObjectNode());
    }

    public PlacedSpan span(int number, @Nullable String parent, ObjectNode attributes) {
        return new PlacedSpan(
                projectId,
                new RawSpan(
                        traceId,
                        SentSpans.id(number),
                        parent,
                        "development",
                        null,
                        "function.step_" + number,
                        SpanKind.INTERNAL,
                        BEGIN.plusSeconds(number),
                        BEGIN.plusSeconds(number + 1),
                        StatusCode.OK,
                        null,
                        attributes,
                        JSON.createArrayNode(),
                        JSON.createArrayNode(),
                        JSON.createObjectNode(),
                        JSON.createObjectNode()));
    }
}
