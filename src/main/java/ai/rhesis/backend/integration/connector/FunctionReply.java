package ai.rhesis.backend.integration.connector;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The result of a function.
///
/// @param traceId the trace that the program sends of it, 32 hex digits; null when it traces nothing
public record FunctionReply(
        JsonNode output, @Nullable String traceId, @Nullable Double durationMillis) {}
