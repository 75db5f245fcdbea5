package ai.rhesis.backend.trace.intake;

import ai.rhesis.backend.trace.span.RawSpan;
import ai.rhesis.backend.trace.span.SpanKind;
import ai.rhesis.backend.trace.span.StatusCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A span as the SDK writes it.
///
/// @param spanName `function.<any>`, or `ai.<domain>` and `ai.<domain>.<action>`, but for domains that are none of work
record SpanRequest(
        @NotNull @Pattern(regexp = TRACE_ID, message = "must be 32 hexadecimal digits")
        String traceId,

        @NotNull @Pattern(regexp = SPAN_ID, message = "must be 16 hexadecimal digits")
        String spanId,

        @Nullable @Pattern(regexp = SPAN_ID, message = "must be 16 hexadecimal digits, or null")
        String parentSpanId,

        @Nullable String projectId,

        @Nullable @Size(max = MAX_NAME) String environment,
        @Nullable @Size(max = MAX_NAME) String conversationId,

        @NotNull
        @Pattern(
                regexp = NAME,
                message = "must be function.<name>, or ai.<domain> or ai.<domain>.<action> in letters a-z,"
                        + " where the domain is not chain, workflow or pipeline")
        String spanName,

        @Nullable SpanKind spanKind,
        @NotNull Instant startTime,
        @NotNull Instant endTime,
        @Nullable StatusCode statusCode,
        @Nullable String statusMessage,
        @Nullable ObjectNode attributes,
        @Nullable List<@NotNull @Valid Event> events,
        @Nullable List<@NotNull @Valid Link> links,
        @Nullable ObjectNode resource) {

    static final String TRACE_ID = "[0-9a-fA-F]{32}";
    static final String SPAN_ID = "[0-9a-fA-F]{16}";

    private static final String NAME =
            "function\\.[\\s\\S]*|ai\\.(?!(?:chain|workflow|pipeline)(?:\\.|$))[a-z]+(?:\\.[a-z]+)?";
    private static final int MAX_NAME = 255;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    RawSpan toSpan() {
        return new RawSpan(
                lower(traceId),
                lower(spanId),
                parentSpanId == null ? null : lower(parentSpanId),
                environment,
                conversationId,
                spanName,
                spanKind == null ? SpanKind.INTERNAL : spanKind,
                startTime,
                endTime,
                statusCode == null ? StatusCode.OK : statusCode,
                statusMessage,
                orElse(attributes, JSON::objectNode),
                array(orElse(events, List::<Event>of).stream().map(Event::toJson)),
                array(orElse(links, List::<Link>of).stream().map(Link::toJson)),
                orElse(resource, JSON::objectNode),
                JSON.objectNode());
    }

    private static String lower(String hexadecimal) {
        return hexadecimal.toLowerCase(Locale.ROOT);
    }

    private static <T> T orElse(@Nullable T value, Supplier<T> otherwise) {
        return Objects.requireNonNullElseGet(value, otherwise);
    }

    private static ArrayNode array(Stream<ObjectNode> items) {
        ArrayNode array = JSON.arrayNode();
        items.forEach(array::add);
        return array;
    }

    /// A moment of a span.
    record Event(
            @NotNull String name,
            @NotNull Instant timestamp,
            @Nullable ObjectNode attributes) {

        ObjectNode toJson() {
            ObjectNode event = JSON.objectNode();
            event.put("name", name);
            event.put("timestamp", timestamp.toString());
            event.set("attributes", orElse(attributes, JSON::objectNode));
            return event;
        }
    }

    /// A reference to a span of any trace.
    record Link(
            @NotNull String traceId,
            @NotNull String spanId,
            @Nullable ObjectNode attributes) {

        ObjectNode toJson() {
            ObjectNode link = JSON.objectNode();
            link.put("trace_id", traceId);
            link.put("span_id", spanId);
            link.set("attributes", orElse(attributes, JSON::objectNode));
            return link;
        }
    }
}
