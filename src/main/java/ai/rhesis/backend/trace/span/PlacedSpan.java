package ai.rhesis.backend.trace.span;

import java.util.UUID;

/// A span in the project that keeps it.
public record PlacedSpan(UUID projectId, RawSpan span) {}
