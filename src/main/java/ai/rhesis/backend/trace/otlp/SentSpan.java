package ai.rhesis.backend.trace.otlp;

import ai.rhesis.backend.trace.span.RawSpan;
import ai.rhesis.backend.trace.span.SpanKind;
import ai.rhesis.backend.trace.span.StatusCode;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A span of OTLP. Fields that a raw span lacks are among its attributes, by names as OpenTelemetry's
/// exporters give to them elsewhere.
record SentSpan(Span span, SentSource source) {

    static final String DROPPED_ATTRIBUTES = "dropped_attributes_count";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    static final int TRACE_ID_BYTES = 16;
    static final int SPAN_ID_BYTES = 8;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /// Tells why the span can't be taken; null when it can.
    @Nullable
    String fault() {
        if (!isId(span.getTraceId(), TRACE_ID_BYTES)) {
            return "trace_id must be 16 bytes that are not all zero";
        } else if (!isId(span.getSpanId(), SPAN_ID_BYTES)) {
            return "span_id must be 8 bytes that are not all zero";
        } else if (!span.getParentSpanId().isEmpty() && span.getParentSpanId().size() != SPAN_ID_BYTES) {
            return "parent_span_id must be 8 bytes, or absent";
        } else if (span.getStartTimeUnixNano() == 0) {
            return "start_time_unix_nano is missing";
        }
        return Long.compareUnsigned(span.getEndTimeUnixNano(), span.getStartTimeUnixNano()) < 0
                ? "end_time_unix_nano must not be before start_time_unix_nano"
                : null;
    }

    RawSpan raw() {
        return new RawSpan(
                hexadecimal(span.getTraceId()),
                hexadecimal(span.getSpanId()),
                isId(span.getParentSpanId(), SPAN_ID_BYTES) ? hexadecimal(span.getParentSpanId()) : null,
                source.environment(),
                null,
                OtlpAttributes.text(span.getName()),
                kind(),
                time(span.getStartTimeUnixNano()),
                time(span.getEndTimeUnixNano()),
                status(),
                span.getStatus().getMessage().isEmpty()
                        ? null
                        : OtlpAttributes.text(span.getStatus().getMessage()),
                attributes(),
                events(),
                links(),
                source.resource(),
                source.scope());
    }

    private SpanKind kind() {
        return switch (span.getKind()) {
            case SPAN_KIND_SERVER -> SpanKind.SERVER;
            case SPAN_KIND_CLIENT -> SpanKind.CLIENT;
            case SPAN_KIND_PRODUCER -> SpanKind.PRODUCER;
            case SPAN_KIND_CONSUMER -> SpanKind.CONSUMER;
            default -> SpanKind.INTERNAL;
        };
    }

    private StatusCode status() {
        return switch (span.getStatus().getCode()) {
            case STATUS_CODE_OK -> StatusCode.OK;
            case STATUS_CODE_ERROR -> StatusCode.ERROR;
            default -> StatusCode.UNSET;
        };
    }

    private ObjectNode attributes() {
        ObjectNode attributes = OtlpAttributes.of(span.getAttributesList());
        putText(attributes, "otel.trace_state", span.getTraceState());
        putNumber(attributes, "otel.flags", span.getFlags());
        putNumber(attributes, "otel." + DROPPED_ATTRIBUTES, span.getDroppedAttributesCount());
        putNumber(attributes, "otel.dropped_events_count", span.getDroppedEventsCount());
        putNumber(attributes, "otel.dropped_links_count", span.getDroppedLinksCount());
        return attributes;
    }

    private ArrayNode events() {
        ArrayNode events = NODES.arrayNode();
        for (Span.Event event : span.getEventsList()) {
            ObjectNode object = events.addObject();
            object.put("name", OtlpAttributes.text(event.getName()));
            object.put("timestamp", time(event.getTimeUnixNano()).toString());
            object.set("attributes", OtlpAttributes.of(event.getAttributesList()));
            putNumber(object, DROPPED_ATTRIBUTES, event.getDroppedAttributesCount());
        }
        return events;
    }

    private ArrayNode links() {
        ArrayNode links = NODES.arrayNode();
        for (Span.Link link : span.getLinksList()) {
            ObjectNode object = links.addObject();
            object.put("trace_id", hexadecimal(link.getTraceId()));
            object.put("span_id", hexadecimal(link.getSpanId()));
            object.set("attributes", OtlpAttributes.of(link.getAttributesList()));
            putText(object, "trace_state", link.getTraceState());
            putNumber(object, "flags", link.getFlags());
            putNumber(object, DROPPED_ATTRIBUTES, link.getDroppedAttributesCount());
        }
        return links;
    }

    static void putText(ObjectNode object, String key, String text) {
        if (!text.isEmpty()) {
            object.put(key, OtlpAttributes.text(text));
        }
    }

    static void putNumber(ObjectNode object, String key, int number) {
        if (number != 0) {
            object.put(key, Integer.toUnsignedLong(number));
        }
    }

    static boolean isId(ByteString id, int length) {
        if (id.size() != length) {
            return false;
        }
        for (int place = 0; place < length; place++) {
            if (id.byteAt(place) != 0) {
                return true;
            }
        }
        return false;
    }

    static String hexadecimal(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }

    /// Reads nanoseconds since 1970, which have no sign.
    static Instant time(long nanos) {
        return Instant.ofEpochSecond(
                Long.divideUnsigned(nanos, NANOS_PER_SECOND), Long.remainderUnsigned(nanos, NANOS_PER_SECOND));
    }
}
