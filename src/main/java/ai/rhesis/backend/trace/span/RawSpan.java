package ai.rhesis.backend.trace.span;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A span as its sender told it. Nothing that it carries is interpreted or left out.
///
/// @param traceId 32 lower-case hexadecimal digits
/// @param spanId 16 lower-case hexadecimal digits
/// @param parentSpanId null for the root of a trace
/// @param environment null where the sender named none
/// @param events objects of `name`, `timestamp` and `attributes`
/// @param links objects of `trace_id`, `span_id` and `attributes`
/// @param resource the attributes of the process that made it
/// @param scope `name`, `version` and `attributes` of the instrumentation; empty where the sender told none
public record RawSpan(
        String traceId,
        String spanId,
        @Nullable String parentSpanId,
        @Nullable String environment,
        @Nullable String conversationId,
        String name,
        SpanKind kind,
        Instant startTime,
        Instant endTime,
        StatusCode statusCode,
        @Nullable String statusMessage,
        ObjectNode attributes,
        ArrayNode events,
        ArrayNode links,
        ObjectNode resource,
        ObjectNode scope) {}
