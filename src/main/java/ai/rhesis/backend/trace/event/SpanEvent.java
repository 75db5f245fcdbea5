package ai.rhesis.backend.trace.event;

import tools.jackson.databind.node.ObjectNode;

/// An event of a span.
///
/// @param traceId 32 lower-case hexadecimal digits
/// @param spanId 16 lower-case hexadecimal digits
/// @param event an object of `name`, `timestamp` and `attributes`
public record SpanEvent(String traceId, String spanId, ObjectNode event) {}
