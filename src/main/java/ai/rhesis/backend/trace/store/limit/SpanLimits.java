package ai.rhesis.backend.trace.store.limit;

import ai.rhesis.backend.trace.dialect.Reading;
import ai.rhesis.backend.trace.dialect.ToolCall;
import ai.rhesis.backend.trace.span.RawSpan;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The bounds of what is kept of a span. Nothing is left out in silence: what is cut ends with a mark.
@Component
public class SpanLimits {

    /// The tokens that a span can tell of. More is a mistake, and would spoil the sum of its trace.
    private static final long MAX_TOKENS = 1_000_000_000_000L;

    private static final int MAX_NAME = 255;

    private final int maxSpan;
    private final StorableJson storable;

    SpanLimits(TraceSettings settings) {
        maxSpan = settings.maxSpan();
        storable = new StorableJson(settings.maxAttribute());
    }

    /// Bounds what was sent.
    public RawSpan cut(RawSpan span) {
        ObjectNode told = told(span);
        SpanSize.shrink(told, maxSpan);
        return of(span, told);
    }

    /// Bounds an event that comes apart from its span, in its name and its attributes.
    public ObjectNode cutEvent(ObjectNode event) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.set("attributes", storable.of((ObjectNode) event.required("attributes")));
        SpanSize.shrink(told, maxSpan);
        event.set("attributes", told.required("attributes"));
        event.put("name", StorableJson.cut(storable.text(event.path("name").asString("")), MAX_NAME));
        return event;
    }

    /// Returns the parts of any length.
    private ObjectNode told(RawSpan span) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.set("attributes", storable.of(span.attributes()));
        told.set("events", storable.of(span.events()));
        told.set("links", storable.of(span.links()));
        told.set("resource", storable.of(span.resource()));
        told.set("scope", storable.of(span.scope()));
        return told;
    }

    private RawSpan of(RawSpan span, ObjectNode told) {
        return new RawSpan(
                span.traceId(),
                span.spanId(),
                span.parentSpanId(),
                name(span.environment()),
                name(span.conversationId()),
                StorableJson.cut(storable.text(span.name()), MAX_NAME),
                span.kind(),
                span.startTime(),
                span.endTime(),
                span.statusCode(),
                span.statusMessage() == null ? null : storable.text(span.statusMessage()),
                (ObjectNode) told.required("attributes"),
                told.withArray("events"),
                told.withArray("links"),
                (ObjectNode) told.required("resource"),
                (ObjectNode) told.required("scope"));
    }

    /// Bounds what was read as what was sent: a dialect may have read JSON in a text.
    public Reading cut(Reading reading) {
        return new Reading(
                name(reading.dialect()),
                name(reading.operation()),
                json(reading.input()),
                json(reading.output()),
                name(reading.provider()),
                name(reading.model()),
                tokens(reading.inputTokens()),
                tokens(reading.outputTokens()),
                tokens(reading.totalTokens()),
                reading.costUsd(),
                reading.toolCalls().stream().map(this::call).toList(),
                name(reading.conversationId()),
                name(reading.userId()));
    }

    private ToolCall call(ToolCall call) {
        String name = name(call.name());
        return new ToolCall(name(call.id()), name == null ? "" : name, json(call.arguments()), json(call.result()));
    }

    private @Nullable JsonNode json(@Nullable JsonNode node) {
        return node == null || node.isNull() || node.isMissingNode() ? null : storable.of(node);
    }

    private @Nullable String name(@Nullable String name) {
        return name == null || name.isBlank() ? null : Shortened.text(storable.text(name), MAX_NAME);
    }

    private static @Nullable Long tokens(@Nullable Long tokens) {
        return tokens == null || tokens < 0 || tokens > MAX_TOKENS ? null : tokens;
    }
}
