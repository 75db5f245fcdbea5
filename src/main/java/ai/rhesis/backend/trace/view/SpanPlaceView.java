package ai.rhesis.backend.trace.view;

import java.util.UUID;

/// The trace and the project of a span.
record SpanPlaceView(String traceId, UUID projectId, String spanId) {}
