package ai.rhesis.backend.trace.store.reread;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Spans that were read by mappings before a version.
///
/// @param projectId that they are of; null for all
/// @param traceIds that they are of, in hexadecimal digits; null for all
/// @param beforeVersion the version that is new enough
public record Outdated(@Nullable UUID projectId, @Nullable List<String> traceIds, int beforeVersion) {}
