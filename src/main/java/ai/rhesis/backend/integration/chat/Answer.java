package ai.rhesis.backend.integration.chat;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The mapped answer of a target: its known outputs, each as JSON where it is more than a text.
public record Answer(
        @Nullable String output,
        @Nullable String conversationId,
        @Nullable JsonNode context,
        @Nullable JsonNode metadata,
        @Nullable JsonNode toolCalls,
        Usage usage) {}
