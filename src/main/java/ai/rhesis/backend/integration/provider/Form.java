package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.integration.chat.Usage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A form as a model filled it in, or what is wrong with its last attempt.
///
/// @param content null where there is a problem
/// @param usage what all attempts used
public record Form(@Nullable JsonNode content, @Nullable String problem, Usage usage) {}
