package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.integration.chat.Usage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An answer by a schema, or the problem of the last attempt at one.
///
/// @param content null where there is a problem
/// @param usage of all attempts
public record StructuredReply(
        @Nullable JsonNode content, @Nullable String problem, Usage usage) {}
