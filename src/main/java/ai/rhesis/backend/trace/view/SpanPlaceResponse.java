package ai.rhesis.backend.trace.view;

import java.util.UUID;

/// The trace and the project of a span.
record SpanPlaceResponse(String traceId, UUID projectId, String spanId) {}
